import { isTelephoneNumber, parseDialTargets } from './dial-target.js';

test.each([
  ['PJSIP/1002', 'PJSIP', '1002', ''],
  ['PJSIP/4385550010@carrier', 'PJSIP', 'carrier', '4385550010'],
  ['SIP/carrier/4385550010', 'SIP', 'carrier', '4385550010'],
  ['DAHDI/g1/5145550100', 'DAHDI', 'g1', '5145550100'],
  ['Local/1003@office', 'Local', '1003@office', ''],
  ['Local/1003@office/n', 'Local', '1003@office', ''],
  ['local/1003@office/nj', 'local', '1003@office', ''],
])('%s rings %s at %s, and through it "%s"', (data, technology, endpoint, number) => {
  expect(parseDialTargets(data)).toEqual([{ technology, endpoint, number }]);
});

test('a contact of a phone rings the phone itself', () => {
  expect(parseDialTargets('PJSIP/1002/sip:1002@192.0.2.7:5060;transport=tcp,12,tT')).toEqual([
    { technology: 'PJSIP', endpoint: '1002', number: '' },
  ]);
  expect(parseDialTargets('PJSIP/5145550102/sip:5145550102@192.0.2.7')).toEqual([
    { technology: 'PJSIP', endpoint: '5145550102', number: '' },
  ]);
  expect(parseDialTargets('PJSIP/1002/sip:192.0.2.7')).toEqual([{ technology: 'PJSIP', endpoint: '1002', number: '' }]);
  expect(parseDialTargets('PJSIP/1002/sips:[2001:db8::7]')).toEqual([{ technology: 'PJSIP', endpoint: '1002', number: '' }]);
});

test('the user part of a URI through a trunk is the number dialled', () => {
  expect(parseDialTargets('PJSIP/carrier/sip:4385550010@sip.example.com')).toEqual([
    { technology: 'PJSIP', endpoint: 'carrier', number: '4385550010' },
  ]);
  expect(parseDialTargets('PJSIP/carrier/sips:+14385550010@sip.example.com')).toEqual([
    { technology: 'PJSIP', endpoint: 'carrier', number: '+14385550010' },
  ]);
});

test('the destinations are those before the first comma, divided by &', () => {
  expect(parseDialTargets('PJSIP/1001&PJSIP/1002&Local/1003@office/n,20,tTU(sub&PJSIP/9)').map(({ endpoint }) => endpoint)).toEqual([
    '1001',
    '1002',
    '1003@office',
  ]);
  expect(parseDialTargets('PJSIP/1001,20,U(PJSIP/1002&PJSIP/1003)').map(({ endpoint }) => endpoint)).toEqual(['1001']);
});

test.each(['', ',20', '1002', '/1002', 'sales,t,,,60', '&'])('"%s" names no destination', (data) => {
  expect(parseDialTargets(data)).toEqual([]);
});

test('of several destinations those that are none are left out', () => {
  expect(parseDialTargets('&PJSIP/1001&&nonsense').map(({ endpoint }) => endpoint)).toEqual(['1001']);
});

test.each(['5145550', '5145550100', '+331', '+15145550100'])('%s is a number of the telephone network', (number) => {
  expect(isTelephoneNumber(number)).toBe(true);
});

test.each(['', '911', '1002', '514555', '+12', '514-555-0100', 'alice', '5145550100x'])('"%s" is an extension or a name', (text) => {
  expect(isTelephoneNumber(text)).toBe(false);
});
