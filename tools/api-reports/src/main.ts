import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport, reportFile } from './api-report.js';
import { faces } from './faces.js';

const workspace = join(import.meta.dirname, '../../..');

for (const face of faces) {
  writeFileSync(join(workspace, reportFile(face)), apiReport(face, workspace));
  console.log(reportFile(face));
}
