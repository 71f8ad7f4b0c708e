/** The first lines of both scripts. Comments are made one line each, whatever the design's title holds. */
export const scriptHead = (purpose: readonly string[], stateFile: string): string =>
  [
    '#!/usr/bin/env bash',
    ...purpose.map((line) => `# ${line.replace(/[^\P{C}]/gu, ' ')}`),
    // texts of the design may hold typographic quotes, and some ids are read by the scripts beside this one
    '# shellcheck disable=SC1112,SC2034',
    'set -euo pipefail',
    "export AWS_PAGER=''",
    `state=\${HOPWISE_STATE:-$(cd "$(dirname "$0")" && pwd)/${stateFile}}`,
  ].join('\n')
