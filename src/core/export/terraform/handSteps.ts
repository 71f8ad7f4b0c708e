import { handStepsOf as allHandSteps, type HandStep } from '../commands/handSteps.ts'
import { printCall } from '../commands/printCall.ts'
import { namesOf } from '../commands/word.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { readNameCall } from '../steps/byHand.ts'
import { identifierOf } from './identifierOf.ts'

/** A step by hand with the names of outputs in place of logical ones. */
export interface ModuleStep extends HandStep {
  /** Parts whose ids the commands take. */
  readonly wants: readonly PartKey[]
}

/** What no resource of the provider does: leading a local route elsewhere, and the verification of a service's name, which waits for a TXT record. */
export const handStepsOf = (stacks: readonly StackPlan[]): readonly ModuleStep[] =>
  allHandSteps(stacks).flatMap((step): ModuleStep[] => {
    if (step.part.name !== 'route' && step.part.name !== 'service-name') return []
    const own: HandStep =
      step.part.name === 'service-name'
        ? {
            ...step,
            title: `Have AWS verify the private DNS name of ${step.part.construct.id}`,
            commands: [printCall(step.stack, readNameCall(step.part, step.stack))],
          }
        : step
    const names = namesOf([...own.commands, ...(own.later?.commands ?? [])].join('\n'))
    const keys = new Map([...step.stack.names].map(([key, name]) => [name, key]))
    return [
      {
        ...own,
        takes: names.map((name) => `id_of_${identifierOf(name)}`),
        wants: names.map((name) => keys.get(name)!),
      },
    ]
  })
