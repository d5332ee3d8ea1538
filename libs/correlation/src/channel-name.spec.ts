import { isEar, parseChannelName } from './channel-name.js';

test.each([
  ['PJSIP/1001-0000000c', 'PJSIP', '1001'],
  ['PJSIP/1002_home-office-0000000c', 'PJSIP', '1002_home-office'],
  ['SIP/trunk-0000001a', 'SIP', 'trunk'],
  ['IAX2/branch-office-4321', 'IAX2', 'branch-office'],
  ['DAHDI/i1/5145550100-2', 'DAHDI', 'i1/5145550100'],
  ['DAHDI/1-1', 'DAHDI', '1'],
  ['Console/dsp', 'Console', 'dsp'],
  ['Message/ast_msg_queue', 'Message', 'ast_msg_queue'],
  ['CBAnn/5010-00000001', 'CBAnn', '5010'],
])('%s is a channel of %s at %s', (name, technology, endpoint) => {
  expect(parseChannelName(name)).toEqual({ technology, endpoint, half: null, base: name });
});

test.each([
  ['Local/1003@office-00000004;1', 1],
  ['Local/1003@office-00000004;2', 2],
] as const)('%s is a half of a Local channel, and both halves have one base', (name, half) => {
  expect(parseChannelName(name)).toEqual({ technology: 'Local', endpoint: '1003@office', half, base: 'Local/1003@office-00000004' });
});

test('a third half is no half', () => {
  expect(parseChannelName('Local/1003@office-00000004;3')).toMatchObject({ half: null, base: 'Local/1003@office-00000004;3' });
});

test.each([
  'PJSIP/1001-0000000c<ZOMBIE>',
  'AsyncGoto/PJSIP/1001-0000000c',
  'AsyncGoto/PJSIP/1001-0000000c<ZOMBIE>',
  'PJSIP/1001-0000000c<MASQ>',
])('a masquerade in progress shows as %s and is still the same endpoint', (name) => {
  expect(parseChannelName(name)).toEqual({ technology: 'PJSIP', endpoint: '1001', half: null, base: 'PJSIP/1001-0000000c' });
});

test('a half of a Local channel stays one in a masquerade', () => {
  expect(parseChannelName('Local/1003@office-00000004;1<ZOMBIE>')).toMatchObject({ endpoint: '1003@office', half: 1 });
});

test.each(['', 'alice', '1700000000.1'])('a name of another form, "%s", is its own endpoint', (name) => {
  expect(parseChannelName(name)).toEqual({ technology: '', endpoint: name, half: null, base: name });
});

test.each(['PJSIP', 'SIP', 'IAX2', 'DAHDI', 'SCCP', 'Motif', 'Console', ''])(
  'a person or a line stands behind a channel of "%s"',
  (technology) => {
    expect(isEar(technology)).toBe(true);
  },
);

test.each([
  'Local',
  'Message',
  'Snoop',
  'UnicastRTP',
  'MulticastRTP',
  'AudioSocket',
  'WebSocket',
  'Announcer',
  'Recorder',
  'CBAnn',
  'CBRec',
  'Surrogate',
  'Bridge',
])('nobody listens on a channel of %s', (technology) => {
  expect(isEar(technology)).toBe(false);
});
