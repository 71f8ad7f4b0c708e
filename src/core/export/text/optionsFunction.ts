/**
 * The shell function that reads the options of a script: switches of its own, each with the variable that it turns to yes or no, beside those that
 * every script has (`valued`).
 */
export function optionsFunction(
  switches: readonly (readonly [option: string, name: string, turnsTo: 'yes' | 'no'])[],
): string {
  const before = switches.map(([, name, turnsTo]) => `${name}=${turnsTo === 'yes' ? 'no' : 'yes'}`)
  return [
    '# options ARGUMENT...: what the person asks of the script.',
    'options() {',
    `  ${before.join(' ')}`,
    '  while (($# > 0)); do',
    '    case $1 in',
    ...switches.map(([option, name, turnsTo]) => `      ${option}) ${name}=${turnsTo} ;;`),
    '      *) valued "$@"; shift ;;',
    '    esac',
    '    shift',
    '  done',
    '}',
  ].join('\n')
}
