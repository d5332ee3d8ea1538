import { IsBoolean, IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { MAILBOX } from './mailbox.js';
import { IsSmtpUrl } from './url-rules.js';

/** How people are told that their exports are ready. */
export class MailConfig {
  /** `smtp://user@mail.example.org:587`; the password comes from the environment. */
  @IsSmtpUrl()
  readonly server!: string;

  /** Whether the server must offer encryption. */
  @IsBoolean()
  readonly starttls: boolean = true;

  @Matches(MAILBOX, { message: '$property is who letters are from, such as Callstitch <no-reply@example.org>' })
  readonly from!: string;

  @IsString()
  @IsNotEmpty()
  readonly subject: string = 'Your export is ready';

  /** A file with the letter's words; null for our own. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly template: string | null = null;
}
