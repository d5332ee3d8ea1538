import { defineRetentionPolicy, some, tagged } from '@callstitch/plugin-api';
import { ArrayNotEmpty, IsArray, IsNotEmpty, IsOptional, IsString } from 'class-validator';

export class KeepTaggedOptions {
  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  tags!: string[];

  /** Only tags that this tagger gave count; without it anybody's do. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  tagger?: string;
}

/** Legal hold: calls with one of these tags stay, with all that belongs to them, whatever any policy expires. */
export const keepTagged = defineRetentionPolicy({
  name: 'keep-tagged',
  options: KeepTaggedOptions,
  holds: ({ tags, tagger }) => some(...tags.map((tag) => tagged(tag, tagger ?? null))),
});
