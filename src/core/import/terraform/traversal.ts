/** A step of an address or a reference: a name, or what stands in brackets. */
export type Step = { readonly name: string } | { readonly key: Key }
/** `count` has numbers, `for_each` texts. */
export type Key = string | number

export const isKey = (step: Step | undefined): step is { readonly key: Key } => step !== undefined && 'key' in step
/** The name that a step is; null for one in brackets. */
export const nameOfStep = (step: Step | undefined): string | null =>
  step !== undefined && 'name' in step ? step.name : null

const TOKEN = /\.?([^.[\]"]+)|\.?\[(\d+|\*)\]|\[("(?:[^"\\]|\\.)*")\]/y

/** `module.net["a"].aws_subnet.b[0].id` in its steps; null for what is none. Source: Terraform language, references to named values. */
export function parseTraversal(text: string): readonly Step[] | null {
  const steps: Step[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (!match) return null
    const [, name, index, quoted] = match
    if (name !== undefined) steps.push({ name })
    else if (quoted !== undefined) {
      const key = unquote(quoted)
      if (key === null) return null
      steps.push({ key })
    } else if (index !== '*') steps.push({ key: Number(index) })
  }
  return steps.length === 0 ? null : steps
}

function unquote(text: string): string | null {
  try {
    return JSON.parse(text) as string
  } catch {
    // an escape of HCL's that JSON lacks: no key that a plan prints has one
    return null
  }
}

/** The steps as Terraform writes them. */
export const writeTraversal = (steps: readonly Step[]): string =>
  steps
    .map((step) => ('name' in step ? `.${step.name}` : `[${JSON.stringify(step.key)}]`))
    .join('')
    .replace(/^\./, '')

/** The instance key at the end of an address; null where it has none. */
export function keyOfAddress(address: string): Key | null {
  const last = parseTraversal(address)?.at(-1)
  return isKey(last) ? last.key : null
}
