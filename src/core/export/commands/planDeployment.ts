import type { HandStep } from './handSteps.ts'

/** What is deployed by itself, as the order needs it. */
export interface Unit {
  /** Names of what it is given from outside. */
  readonly given: ReadonlyMap<string, unknown>
  /** Name of what it makes -> given names that this waits for. */
  readonly waits: ReadonlyMap<string, readonly string[]>
}

/** One step of the way to the whole: a unit is deployed, or something is done by hand. */
export type DeploymentStep<U extends Unit> =
  | {
      readonly deploy: U
      /** What is given this time, all that is known. */
      readonly parameters: readonly string[]
      readonly isUpdate: boolean
    }
  | { readonly byHand: HandStep; readonly deploy?: never }

export interface Deployment<U extends Unit> {
  readonly steps: readonly DeploymentStep<U>[]
  /** Names that nothing here gives, by unit. */
  readonly missing: readonly { readonly unit: U; readonly names: readonly string[] }[]
}

/**
 * In which order stacks or modules and steps by hand come to everything, in as few deployments as it takes: what others wait for first.
 * Two may need each other's ids: what waits for an id is left out until it is given, so one may be deployed twice.
 */
export function planDeployment<U extends Unit>(units: readonly U[], byHand: readonly HandStep[]): Deployment<U> {
  const known = new Set<string>()
  const passed = new Map<U, number>()
  const open = new Set(byHand)
  const steps: DeploymentStep<U>[] = []
  const made = new Set([
    ...units.flatMap(({ waits }) => [...waits.keys()]),
    ...byHand.flatMap(({ gives }) => gives ?? []),
  ])
  const givenNow = (unit: U) => [...unit.given.keys()].filter((name) => known.has(name))
  /** How many ids somebody here will make are still unknown to the unit. */
  const lacks = (unit: U) => [...unit.given.keys()].filter((name) => made.has(name) && !known.has(name)).length
  const deploy = (unit: U): void => {
    const parameters = givenNow(unit)
    steps.push({ deploy: unit, parameters, isUpdate: passed.has(unit) })
    passed.set(unit, parameters.length)
    for (const [name, waits] of unit.waits) if (waits.every((one) => parameters.includes(one))) known.add(name)
  }
  const runByHand = (step: HandStep): void => {
    steps.push({ byHand: step })
    open.delete(step)
    if (step.gives !== null) known.add(step.gives)
  }
  for (;;) {
    const ready = [...open].find((step) => step.takes.every((name) => known.has(name)))
    const [next] = units
      .filter((unit) => passed.get(unit) !== givenNow(unit).length)
      .sort((a, b) => lacks(a) - lacks(b))
    if (next && (lacks(next) === 0 || !ready)) deploy(next)
    else if (ready) runByHand(ready)
    else break
  }
  const missing = units
    .map((unit) => ({ unit, names: [...unit.given.keys()].filter((name) => !known.has(name)) }))
    .filter(({ names }) => names.length > 0)
  // What waits for somebody's ids comes last, and is said all the same
  return { steps: [...steps, ...[...open].map((step) => ({ byHand: step }))], missing }
}
