import { bodiesIn, expressionsIn, type ReadBody, type ReadModule } from './readModule.ts'
import { PROVIDER, type TerraformArguments } from './terraformArguments.ts'

/** What is Terraform's own in any resource. */
const META = new Set(['count', 'depends_on', 'lifecycle'])

/** What Terraform or the provider would refuse of a module, in words; empty where there is nothing. */
export function judgeModule(module: ReadModule): readonly string[] {
  const bodies = bodiesIn(module)
  const byAddress = new Map(bodies.map((one) => [one.address, one.body]))
  const problems: string[] = []
  for (const { type, address, body } of bodies) {
    const known = PROVIDER.types[type]
    if (known === undefined) problems.push(`${address} is of no known type`)
    else problems.push(...judgeBody(address, body, known, true))
    const waits = variablesIn(body.count)
    problems.push(...judgeReferences(address, expressionsIn(body), module, byAddress, waits))
  }
  for (const [name, all] of Object.entries(module.outputs))
    for (const { value } of all) {
      const condition = /^\$\{((?:var\.\S+ [!=]= null(?: && )?)+) \? /.exec(`${value}`)?.[1]
      problems.push(
        ...judgeReferences(`output ${name}`, expressionsIn(value), module, byAddress, variablesIn(condition)),
      )
    }
  for (const [name, value] of Object.entries(module.locals)) {
    // What is made in any case, or what is given in its place: `one` of none is null
    const [existing, address] = chosenBy(value)
    if (address === undefined) problems.push(`local ${name} chooses nothing`)
    else if (!variablesIn(byAddress.get(address)?.count).includes(existing!))
      problems.push(`local ${name}: ${address} is there whatever ${existing} is`)
    problems.push(...judgeReferences(`local ${name}`, expressionsIn(value), module, byAddress, null))
  }
  for (const [kind, all] of [
    ['variable', module.variables],
    ['output', module.outputs],
    ...Object.entries(module.resources),
  ] as const)
    for (const [name, { length }] of Object.entries(all))
      if (length > 1) problems.push(`${kind} ${name} is written twice`)
  return problems
}

function judgeBody(place: string, body: ReadBody, known: TerraformArguments, isWhole: boolean): readonly string[] {
  const problems: string[] = []
  for (const [name, value] of Object.entries(body)) {
    if (isWhole && META.has(name)) continue
    const block = known.blocks[name]
    if (block === undefined) {
      if (![...known.required, ...known.optional].includes(name)) problems.push(`${place} takes no ${name}`)
      else if (isBlocks(value)) problems.push(`${place}: ${name} is no block`)
      continue
    }
    if (!isBlocks(value)) problems.push(`${place}: ${name} is a block`)
    else {
      if (block.isOne && value.length > 1) problems.push(`${place} takes one ${name}`)
      for (const one of value) problems.push(...judgeBody(`${place} ${name}`, one, block, false))
    }
  }
  const needed = [
    ...known.required,
    ...Object.entries(known.blocks).flatMap(([name, { isRequired }]) => (isRequired ? [name] : [])),
  ]
  return [...problems, ...needed.filter((name) => !(name in body)).map((name) => `${place} lacks ${name}`)]
}

const isBlocks = (value: unknown): value is readonly ReadBody[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))

/** The variable that a local value asks, and the resource that it takes where that is null. */
const chosenBy = (value: unknown): readonly string[] =>
  /^\$\{var\.(\w+) == null \? one\((aws_\w+\.\w+)\[\*\]\.[\w.[\]]+\) : var\.\w+\}$/.exec(`${value}`)?.slice(1) ?? []

const variablesIn = (value: unknown): readonly string[] =>
  [...`${value ?? ''}`.matchAll(/\bvar\.(\w+)/g)].map((match) => match[1]!)

/** Every name is there, with an attribute that its type has; what may be missing is named by what is missing along with it only. */
function judgeReferences(
  place: string,
  texts: readonly string[],
  module: ReadModule,
  byAddress: ReadonlyMap<string, ReadBody>,
  waits: readonly string[] | null,
): readonly string[] {
  const problems: string[] = []
  const { variables, locals } = module
  for (const text of texts) {
    for (const [, name] of text.matchAll(/\blocal\.(\w+)/g)) {
      const [existing, address] = chosenBy(locals[name!])
      if (address === undefined) problems.push(`${place} names no local ${name}`)
      for (const one of variablesIn(byAddress.get(address ?? '')?.count))
        if (one !== existing && !waits?.includes(one)) problems.push(`${place} does not wait for ${one}`)
    }
    for (const name of variablesIn(text)) {
      const [variable] = variables[name] ?? []
      if (variable === undefined) problems.push(`${place} names no variable ${name}`)
      else if (waits !== null && variable.default === null && !waits.includes(name))
        problems.push(`${place} does not wait for ${name}`)
    }
    for (const [, address, index, attribute] of text.matchAll(
      /\b((?:data\.)?aws_\w+\.\w+)(\[0\]|\[\*\])?(?:\.(\w+))?/g,
    )) {
      const body = byAddress.get(address!)
      if (body === undefined) {
        problems.push(`${place} names no ${address}`)
        continue
      }
      const known = PROVIDER.types[address!.slice(0, address!.lastIndexOf('.'))]!
      const readable = [...known.required, ...known.optional, ...Object.keys(known.blocks), ...(known.attributes ?? [])]
      if (attribute === undefined) continue
      if (!readable.includes(attribute)) problems.push(`${place}: ${address} has no ${attribute}`)
      if (waits === null) continue
      if ((body.count !== undefined) !== (index !== undefined)) problems.push(`${place}: ${address} may be missing`)
      for (const name of variablesIn(body.count))
        if (!waits.includes(name)) problems.push(`${place} does not wait for ${name}`)
    }
  }
  return problems
}
