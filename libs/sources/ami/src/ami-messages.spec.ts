import { AmiMessages, amiAction } from './ami-messages.js';

const GREETING = 'Asterisk Call Manager/9.0.0\r\n';

test('messages are read from whatever pieces they come in, also when a character is cut', () => {
  const bytes = Buffer.from(
    `${GREETING}Response: Success\r\nMessage: a: b\r\n\r\nEvent: CEL\r\nCallerIDname: Zoé\r\nExtra: \r\n\r\nEvent: x`,
  );
  const messages = new AmiMessages();
  const read = [...bytes].flatMap((byte) => messages.read(Buffer.from([byte])));
  expect(read.map((message) => Object.fromEntries(message))).toEqual([
    { response: 'Success', message: 'a: b' },
    { event: 'CEL', calleridname: 'Zoé', extra: '' },
  ]);
});

test('what does not speak AMI is refused', () => {
  expect(() => new AmiMessages().read(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toThrow('it does not speak AMI');
  const messages = new AmiMessages();
  messages.read(Buffer.from(GREETING));
  expect(() => messages.read(Buffer.alloc(2 ** 20 + 1, 'x'))).toThrow('it does not speak AMI');
});

test('no value becomes another field', () => {
  expect(amiAction({ Action: 'Login', Secret: 'a\r\nAction: Command' })).toBe('Action: Login\r\nSecret: aAction: Command\r\n\r\n');
});
