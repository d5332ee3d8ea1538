/** Why a recorded call cannot be told as its script says, by the script's name. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'internal-unknown-extension-404': 'Asterisk refuses the number with SIP 404 and makes no channel: there is no CEL to tell from.',
  'attended-transfer-two-inbound-callers':
    'The script counts two calls; Asterisk merges their linkedids, so they are one conversation and one call log (ADR 0007).',
  'pbx-killed-mid-calls': 'The killed PBX writes no more rows: how long the interrupted talks went on is not in the stream.',
};
