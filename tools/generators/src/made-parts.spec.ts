import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { copiedWorkspace } from './testing/copied-workspace.ts';

const copy = copiedWorkspace(join(import.meta.dirname, '../../..'));
afterAll(() => {
  copy.remove();
});

const MINUTES_MS = 120_000;

/** Runs a tool of the copy; what it says is the error when it is not content. It knows nothing of the Nx that may run this test. */
function run(tool: string, ...args: string[]): string {
  const env = {
    HOME: copy.folder,
    CI: 'true',
    NX_DAEMON: 'false',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    PATH: `${join(copy.folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  };
  try {
    return execFileSync(tool, args, { cwd: copy.folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

test(
  'what the generators make is linted, typed, tested and formatted at once',
  () => {
    run('nx', 'g', '@callstitch/generators:tagger', 'night-call');
    run('nx', 'g', '@callstitch/generators:retention-policy', 'keep-disputed');
    const made = (root: string, name: string) => [`${root}/src/${name}.ts`, `${root}/src/${name}.spec.ts`, `${root}/src/plugin.ts`];
    const files = [...made('libs/taggers/standard', 'night-call'), ...made('libs/retention/standard', 'keep-disputed')];
    run('tsc', '--build', 'libs/taggers/standard', 'libs/retention/standard');
    run('eslint', ...files);
    run('prettier', '--check', ...files);
    for (const root of ['libs/taggers/standard', 'libs/retention/standard'])
      run('jest', '--rootDir', root, '--config', `${root}/jest.config.cjs`, 'night-call|keep-disputed');
  },
  MINUTES_MS,
);
