import { IsBoolean, IsIn, IsInt, IsPositive } from 'class-validator';

/** How call logs are made as calls end. */
export class LiveConfig {
  /** False leaves call logs to the job `generation` and to `callstitch generate`. */
  @IsBoolean()
  readonly enabled: boolean = true;

  /** Whether the table `cel` gets our trigger: `auto` only where we made that table, `yes` because its owner asked for it. */
  @IsIn(['auto', 'yes', 'no'])
  readonly trigger: 'auto' | 'yes' | 'no' = 'auto';

  /** How often the table is looked at, beside what the trigger tells. */
  @IsPositive()
  readonly pollSeconds: number = 2;

  /** How often everything unread is looked at, and silent conversations are closed. */
  @IsInt()
  @IsPositive()
  readonly silenceCheckSeconds: number = 60;
}
