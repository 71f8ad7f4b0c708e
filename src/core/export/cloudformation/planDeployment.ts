import type { HandStep } from '../commands/handSteps.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { BuiltTemplate } from './buildTemplate.ts'

/** A template with its file and the name of its stack. */
export interface Written extends BuiltTemplate {
  readonly stack: StackPlan
  readonly path: string
  /** Of its account and Region; empty where there is only one. */
  readonly label: string
}

/** One step of the way to the whole: a stack is deployed, or something is done by hand. */
export type DeploymentStep =
  | {
      readonly deploy: Written
      /** Parameters that are given this time, all that are known. */
      readonly parameters: readonly string[]
      readonly isUpdate: boolean
    }
  | { readonly byHand: HandStep; readonly deploy?: never }

export interface Deployment {
  readonly steps: readonly DeploymentStep[]
  /** Parameters that nothing here gives, by template. */
  readonly missing: readonly { readonly template: Written; readonly names: readonly string[] }[]
}

/**
 * In which order stacks and steps by hand come to everything, in as few deployments as it takes: what others wait for first.
 * Two stacks may need each other's ids: what waits for an id is left out of a template until it is given, so a stack may be deployed twice.
 */
export function planDeployment(templates: readonly Written[], byHand: readonly HandStep[]): Deployment {
  const known = new Set<string>()
  const passed = new Map<Written, number>()
  const open = new Set(byHand)
  const steps: DeploymentStep[] = []
  const made = new Set([
    ...templates.flatMap(({ waits }) => [...waits.keys()]),
    ...byHand.flatMap(({ gives }) => gives ?? []),
  ])
  const givenNow = (template: Written) => [...template.given.keys()].filter((name) => known.has(name))
  /** How many ids somebody here will make are still unknown to the template. */
  const lacks = (template: Written) =>
    [...template.given.keys()].filter((name) => made.has(name) && !known.has(name)).length
  const deploy = (template: Written): void => {
    const parameters = givenNow(template)
    steps.push({ deploy: template, parameters, isUpdate: passed.has(template) })
    passed.set(template, parameters.length)
    for (const [name, waits] of template.waits) if (waits.every((one) => parameters.includes(one))) known.add(name)
  }
  const runByHand = (step: HandStep): void => {
    steps.push({ byHand: step })
    open.delete(step)
    if (step.gives !== null) known.add(step.gives)
  }
  for (;;) {
    const ready = [...open].find((step) => step.takes.every((name) => known.has(name)))
    const [next] = templates
      .filter((template) => passed.get(template) !== givenNow(template).length)
      .sort((a, b) => lacks(a) - lacks(b))
    if (next && (lacks(next) === 0 || !ready)) deploy(next)
    else if (ready) runByHand(ready)
    else break
  }
  const missing = templates
    .map((template) => ({ template, names: [...template.given.keys()].filter((name) => !known.has(name)) }))
    .filter(({ names }) => names.length > 0)
  // What waits for somebody's ids comes last, and is said all the same
  return { steps: [...steps, ...[...open].map((step) => ({ byHand: step }))], missing }
}
