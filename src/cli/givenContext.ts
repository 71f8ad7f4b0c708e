import type { Given } from './command.ts'
import { Unusable } from './unusable.ts'

/** Condition keys that a command says, `--context KEY=VALUE`; a key that is given again has several values. Throws `Unusable`. */
export function givenContext(context: Given['values'][string]): Readonly<Record<string, readonly string[]>> {
  const keys: Record<string, string[]> = {}
  for (const text of [context ?? []].flat()) {
    const at = String(text).indexOf('=')
    if (at < 1) throw new Unusable(`--context ${text}: write KEY=VALUE, such as aws:userid=AIDAEXAMPLE`)
    const key = String(text).slice(0, at)
    keys[key] = [...(keys[key] ?? []), String(text).slice(at + 1)]
  }
  return keys
}
