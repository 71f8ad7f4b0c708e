/** Of the functions those that `body` calls, with those that they call, in their order. */
export function functionsFor(functions: Readonly<Record<string, string>>, body: string): string {
  const used = new Set<string>()
  const visit = (text: string): void => {
    for (const name of Object.keys(functions))
      if (!used.has(name) && new RegExp(`(^|[\\s(;])${name}([\\s)]|$)`, 'm').test(text)) {
        used.add(name)
        visit(functions[name]!.replace(/^#.*$/gm, ''))
      }
  }
  visit(body)
  return Object.entries(functions)
    .filter(([name]) => used.has(name))
    .map(([, text]) => text)
    .join('\n\n')
}
