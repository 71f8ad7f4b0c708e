import { listWords } from '../base/words.ts'
import type { LayerName } from '../policy/layers/policies.ts'
import type { Step } from '../sim/verdict.ts'
import type { StepWords } from './stepWords.ts'

type CallStep = Extract<Step, { kind: 'call' }>
type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

/** What is asked of AWS. */
export function explainCall({ detail: { principal, by, action, resource, answer } }: CallStep): StepWords {
  const what = resource === '*' ? action : `${action} on ${resource}`
  const who = by === null ? principal : `${by}, on behalf of ${principal},`
  return { headline: `${who} calls ${what}`, detail: ANSWERS[answer.why] }
}

const ANSWERS: Readonly<Record<CallStep['detail']['answer']['why'], string>> = {
  allowed: 'Allowed: every layer that has to allow does, and none denies.',
  'explicit-deny': 'Denied: a Deny stands against it, which no Allow outweighs.',
  'implicit-deny': 'Denied: an Allow is missing.',
  'cannot-tell': 'What its policies make of it cannot be told.',
}

/** Whose policies a layer has. */
const OWNERS: Readonly<Record<LayerName, (target: string) => string>> = {
  scp: (target) => `The service control policies of ${target}`,
  rcp: (target) => `The resource control policies of ${target}`,
  endpoint: () => 'The endpoint’s policy',
  resource: () => 'The policy of the resource',
  identity: () => 'The caller’s own policies',
  boundary: () => 'The permissions boundary',
  session: () => 'The session policies',
}
const ARE_MANY: ReadonlySet<LayerName> = new Set(['scp', 'rcp', 'identity', 'session'])

/** What the policies of one place say of a call, and which of their statements. */
export function explainPolicies({ outcome, detail }: PolicyStep): StepWords {
  const { layer, target, statements, unread, policies } = detail
  const owner = OWNERS[layer](target)
  const s = ARE_MANY.has(layer) ? '' : 's'
  const named = statements.map(({ policy, statement }) => nameOf(policy, statement))
  switch (outcome) {
    case 'allowed':
      return { headline: `${owner} allow${s} it`, detail: named.length > 0 ? `By ${listWords(named)}.` : null }
    case 'denied':
      return {
        headline: `${owner} den${s ? 'ies' : 'y'} it`,
        detail: `By ${listWords(
          statements.map(
            ({ policy, statement, conditions }) =>
              `${nameOf(policy, statement)}${conditions.length > 0 ? `, whose condition ${listWords(conditions)} is met` : ''}`,
          ),
        )}.`,
      }
    case 'silent':
      return { headline: `${owner} say${s} nothing of it`, detail: 'Nothing hangs on that.' }
    case 'not-allowed': {
      if (policies.length === 0)
        return { headline: `${owner} would have to allow it, and there ${s ? 'is' : 'are'} none` }
      const near = statements.map(
        ({ policy, statement, misses }) => `${nameOf(policy, statement)} does not fit by its ${listWords(misses)}`,
      )
      return {
        headline: `${owner} do${s ? 'es' : ''} not allow it`,
        detail: near.length > 0 ? `${near.join('; ')}.` : null,
      }
    }
    case 'unknown': {
      const why = [
        ...unread.map((name) => `nobody said what stands in ${name}`),
        ...statements.flatMap(({ policy, statement, misses }) =>
          misses.length > 0 ? [`${nameOf(policy, statement)} hangs on its ${listWords(misses)}`] : [],
        ),
      ]
      return {
        headline: `What ${owner[0]!.toLowerCase()}${owner.slice(1)} make${s} of it cannot be told`,
        detail: why.length > 0 ? `${why.join('; ')}.` : null,
      }
    }
  }
}

const nameOf = (policy: string, statement: string): string => `statement ${statement} of ${policy}`
