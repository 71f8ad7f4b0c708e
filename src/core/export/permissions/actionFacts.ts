import facts from './actionFacts.json' with { type: 'json' }

/** What IAM knows of the actions that exports take. */
export interface ActionFacts {
  readonly source: string
  readonly services: Readonly<Record<string, ServiceFacts>>
}
interface ServiceFacts {
  /** Type of resource -> its ARN with `${…}` in it. */
  readonly arns: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<string, ActionFact>>
}
export interface ActionFact {
  readonly reads: boolean
  /** Types that it acts on; `q`: tags that are asked for can be a condition, `r`: tags that are there can. None = an action of no resource. */
  readonly on: Readonly<Record<string, string>>
}

/** Written by `scripts/writeActionFacts.ts`. Source: Service Authorization Reference. */
export const ACTION_FACTS = facts as unknown as ActionFacts
