import { SHELL_FUNCTIONS } from './shellFunctions.ts'

/** The functions that `body` calls, with those that they call, in the order above. */
export function shellFunctionsFor(body: string): string {
  const used = new Set<string>()
  const visit = (text: string): void => {
    for (const name of Object.keys(SHELL_FUNCTIONS))
      if (!used.has(name) && new RegExp(`(^|[\\s(;])${name}(\\s|$)`, 'm').test(text)) {
        used.add(name)
        visit(SHELL_FUNCTIONS[name]!.replace(/^#.*$/gm, ''))
      }
  }
  visit(body)
  return Object.entries(SHELL_FUNCTIONS)
    .filter(([name]) => used.has(name))
    .map(([, text]) => text)
    .join('\n\n')
}
