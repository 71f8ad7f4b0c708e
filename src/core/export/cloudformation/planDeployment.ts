import type { HandStep } from '../commands/handSteps.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { BuiltTemplate } from './buildTemplate.ts'

/** A template with its file and the name of its stack. */
export interface Written extends BuiltTemplate {
  readonly stack: StackPlan
  readonly path: string
  readonly stackName: string
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
 * In which order stacks and steps by hand come to everything. Two stacks may need each other's ids:
 * what waits for an id is left out of a template until it is given, so a stack may be deployed more than once.
 */
export function planDeployment(templates: readonly Written[], byHand: readonly HandStep[]): Deployment {
  const known = new Set<string>()
  const passed = new Map<Written, number>()
  const open = new Set(byHand)
  const steps: DeploymentStep[] = []
  const deploy = (template: Written): boolean => {
    const parameters = [...template.given.keys()].filter((name) => known.has(name))
    if (passed.get(template) === parameters.length) return false
    steps.push({ deploy: template, parameters, isUpdate: passed.has(template) })
    passed.set(template, parameters.length)
    for (const [name, waits] of template.waits) if (waits.every((one) => parameters.includes(one))) known.add(name)
    return true
  }
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const template of templates) if (deploy(template)) isMoving = true
    for (const step of open)
      if (step.takes.every((name) => known.has(name))) {
        steps.push({ byHand: step })
        open.delete(step)
        if (step.gives !== null) known.add(step.gives)
        isMoving = true
      }
  }
  const missing = templates
    .map((template) => ({ template, names: [...template.given.keys()].filter((name) => !known.has(name)) }))
    .filter(({ names }) => names.length > 0)
  // What waits for somebody's ids comes last, and is said all the same
  return { steps: [...steps, ...[...open].map((step) => ({ byHand: step }))], missing }
}
