import { deviceLine, lineIdentity, lineName, wokenLine } from './line-name.js';

test.each([
  ['PJSIP/bob02-0000002a', 'SIP', 'bob02'],
  ['pjsip/bob02-1', 'sip', 'bob02'],
  ['SIP/my-big-trunk-00b1', 'SIP', 'my-big-trunk'],
  ['Local/**96**42@internal-00000006;1', 'Local', '**96**42@internal'],
  ['AsyncGoto/SCCP/1011-0000007c', 'SCCP', '1011'],
  ['DAHDI/i1/1042-7', 'DAHDI', 'i1/1042'],
])('%s is the line %s %s', (channel, protocol, name) => {
  expect(lineName(channel)).toEqual({ protocol, name });
});

test.each(['PJSIP/sip.acme.net-00000002', 'AudioSocket/10.0.0.1-1', 'Recorder/ARI-1', '', 'PJSIP/', 'no dash at all'])(
  '%j is no line, and breaks nothing',
  (channel) => {
    expect(lineName(channel)).toBeNull();
  },
);

test.each([
  ['PJSIP/Bob02-0000002a', 'pjsip/bob02'],
  ['SIP/dev_34-1-00000026', 'sip/dev_34-1'],
  ['Local/id-9@agentcallback-0000000f;1', 'local/id-9@agentcallback;1'],
  ['SCCP/101-0000000b', 'sccp/101'],
  ['Console', 'console'],
])('the identity of %s is %s', (channel, identity) => expect(lineIdentity(channel)).toBe(identity));

test('the far half of a Local channel that waits for a registration wakes a mobile', () => {
  expect(wokenLine('Local/bob02@wazo_wait_for_registration-00000030;2')).toBe('bob02');
  expect(wokenLine('Local/bob02@wazo_wait_for_registration-00000030;1')).toBeNull();
  expect(wokenLine('Local/bob02@internal-00000030;2')).toBeNull();
});

test('a mobile registers as a PJSIP device of its line', () => {
  expect(deviceLine('PJSIP/bob02-000000d1')).toBe('bob02');
  expect(deviceLine('pjsip/bob02-000000d1')).toBeNull();
  expect(deviceLine('SIP/bob02-000000d1')).toBeNull();
});
