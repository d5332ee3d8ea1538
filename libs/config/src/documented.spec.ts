import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './read-config.js';

test.each([
  ['docs/operations.md', /```yaml\n(databaseUrl[^`]*)```/],
  ['docker/callstitch.yml', /^([^]*)$/],
])('the configuration in %s is one', async (path, block) => {
  const [, text = ''] = block.exec(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) ?? [];
  expect(text).not.toBe('');
  const folder = mkdtempSync(join(tmpdir(), 'documented-'));
  writeFileSync(join(folder, 'callstitch.yml'), text);
  const { config } = await readConfig(join(folder, 'callstitch.yml'), { CALLSTITCH_AMQP: 'amqp://me:secret@bus' });
  expect(config.announce.amqp?.url).toBe('amqp://me:secret@bus');
  rmSync(folder, { recursive: true });
});
