import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportFile } from './api-report.js';
import { faces, type Face } from './faces.js';

const workspace = join(import.meta.dirname, '../../..');

/** In Node itself: inside Jest the compiler takes ten times as long. */
function apiReport(face: Face, root: string): string {
  const program = `
    import { apiReport } from ${JSON.stringify(join(import.meta.dirname, '../dist/index.js'))};
    process.stdout.write(apiReport(${JSON.stringify(face)}, ${JSON.stringify(root)}));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', stdio: 'pipe' });
}

test.each(faces)('the public face of $name is in git as it is', (face) => {
  const file = join(workspace, reportFile(face));
  const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === apiReport(face, workspace);
  expect(isCurrent ? 'current' : `${reportFile(face)} is stale: run npm run api-report`).toBe('current');
});

describe('a room of two exports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'face-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const reportOf = (declarations: string) => {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "name": "room", "version": "1.0.0", "type": "module" }');
    writeFileSync(join(folder, 'dist/index.d.ts'), declarations);
    return apiReport({ name: 'room', at: '.', showing: [] }, folder);
  };

  test('a report shows types, not what is said of them, so only a change of the face makes it stale', () => {
    const plain = reportOf('/** One. */\nexport declare function ring(seconds: number): void;\n');
    expect(plain).toContain('export function ring(seconds: number): void;');
    expect(reportOf('/** Another. */\nexport declare function ring(seconds: number): void;\n')).toBe(plain);
    expect(reportOf('/** One. */\nexport declare function ring(seconds?: number): void;\n')).not.toBe(plain);
  });

  test('what the compiler cannot read is an error', () => {
    expect(() => reportOf('export declare const one: 1;\nexport declare const one: 2;\n')).toThrow('room cannot be read');
  });
});
