import { upperFirst } from '../../base/words.ts'
import type { Template } from '../../import/cloudformation/template/readTemplate.ts'

const LONGEST = 200

/** A logical id for a part, that nothing else in the template has. */
export function nameResource(
  key: string,
  { resources, parameters, conditions, mappings }: Template,
  taken: ReadonlySet<string>,
): string {
  const words = key
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('')
  const name = (/^[A-Za-z]/.test(words) ? words : `R${words}`).slice(0, LONGEST)
  const isFree = (one: string) =>
    !taken.has(one) && ![resources, parameters, conditions, mappings].some((section) => Object.hasOwn(section, one))
  if (isFree(name)) return name
  let number = 2
  while (!isFree(`${name}${number}`)) number++
  return `${name}${number}`
}
