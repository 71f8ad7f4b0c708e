/** What is wrong with a document, and where: `constructs[3].routes[0].target`; an empty path is the document as a whole. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** `constructs[3].routes[0].target`; keys that are no plain words are quoted. */
export function formatPath(path: readonly PropertyKey[]): string {
  let out = ''
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`
    else if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(String(step))) out += out ? `.${String(step)}` : String(step)
    else out += `[${JSON.stringify(String(step))}]`
  }
  return out
}
