import { Extractor, ExtractorConfig, ExtractorLogLevel, ExtractorMessageCategory, type ExtractorMessage } from '@microsoft/api-extractor';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Face } from './faces.js';

/** Where the report of a face is kept. */
export function reportFile({ name, at }: Face): string {
  return `${at}/${name}.api.md`;
}

/** The public face of a built room as text: every export with its type. */
export function apiReport(face: Face, workspace: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-report-'));
  try {
    const complaints: string[] = [];
    Extractor.invoke(settings(face, join(workspace, face.at), folder), {
      localBuild: true,
      messageCallback(message: ExtractorMessage) {
        message.handled = true;
        if (message.category === ExtractorMessageCategory.Compiler) complaints.push(message.text);
      },
    });
    if (complaints.length > 0) throw new Error([`${face.name} cannot be read:`, ...complaints].join('\n'));
    return readFileSync(join(folder, `${face.name}.api.md`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settings({ name, showing }: Face, projectFolder: string, folder: string): ExtractorConfig {
  const compilerOptions = { target: 'es2023', module: 'nodenext', strict: true, types: [], skipLibCheck: false };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, 'dist/index.d.ts'),
      bundledPackages: [...showing],
      compiler: { overrideTsconfig: { compilerOptions, files: ['dist/index.d.ts'] } },
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: join(folder, 'temp'),
        reportFileName: `${name}.api.md`,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: { extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } } },
    },
  });
}
