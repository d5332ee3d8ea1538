import { ApiError } from '../http/api-error.js';

/** Why an export cannot be had, in the contract's words: the 202 of one that is not done yet is an error to clients. */
export function exportError(
  { kind }: { readonly kind: 'export-not-found' | 'not-done-yet' | 'export-error' | 'permission-denied' | 'file-not-found' },
  exportUuid: string,
): ApiError {
  const details = { export_uuid: exportUuid };
  switch (kind) {
    case 'export-not-found':
      return new ApiError(404, 'export-not-found-with-given-uuid', 'No export found matching this UUID', details);
    case 'not-done-yet':
      return new ApiError(202, 'export-not-done-yet', 'Export: not done yet', details);
    case 'export-error':
      return new ApiError(500, 'export-error', 'Error while creating the export', details);
    case 'permission-denied':
      return new ApiError(500, 'export-permission-denied', 'Export: permission denied', { ...details, export_path: null });
    case 'file-not-found':
      return new ApiError(500, 'export-filesystem-not-found', 'Export: not found on filesystem', { ...details, export_path: null });
  }
}
