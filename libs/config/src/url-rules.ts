import { ValidateBy } from 'class-validator';

function rule(name: string, isRight: (text: string) => boolean, says: string): PropertyDecorator {
  return ValidateBy({
    name,
    validator: { validate: (value: unknown) => typeof value === 'string' && isRight(value), defaultMessage: () => says },
  });
}

/** The URL of a PostgreSQL. What it says instead is not shown: it may hold a password. */
export const IsPostgresUrl = (): PropertyDecorator =>
  rule(
    'isPostgresUrl',
    isOfPostgres,
    '$property is not the URL of a PostgreSQL; write it like postgresql://user:password@host:5432/database, ' +
      'in the password %2F for /, %40 for @, %23 for # and %25 for %',
  );

/** Where people or programs reach a service. */
export const IsHttpUrl = (says: string): PropertyDecorator => rule('isHttpUrl', isHttp, says);

/** Where letters are handed in. */
export const IsSmtpUrl = (): PropertyDecorator =>
  rule('isSmtpUrl', isSmtp, '$property is the URL of a mail server, such as smtp://mail.example.org:587');

/** Where a broker is. What it says instead is not shown: it may hold a password. */
export const IsAmqpUrl = (): PropertyDecorator =>
  rule('isAmqpUrl', isAmqp, '$property is the URL of an AMQP broker, such as amqp://user@host:5672/vhost');

/** `local`, or the URL of a wazo-auth. */
export const IsAuthentication = (): PropertyDecorator =>
  rule(
    'isAuthentication',
    (text) => text === 'local' || isHttp(text),
    '$property is "local", or the URL of a wazo-auth, such as http://localhost:9497',
  );

export function isHttp(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isAmqp(text: string): boolean {
  return URL.canParse(text) && ['amqp:', 'amqps:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';
}

function isSmtp(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'smtp:' && new URL(text).hostname !== '';
}

/** A slash in a password ends the host too early: then the database's name has one, or an at sign. */
function isOfPostgres(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return (protocol === 'postgresql:' || protocol === 'postgres:') && /^(?:\/[^/@]*)?$/.test(pathname);
}
