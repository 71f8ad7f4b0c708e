import { policySizeOf, sizeOfPolicy } from '../../../core/policy/write/index.ts'
import { useAnswer } from '../useAnswer.ts'
import type { PolicyPlace } from './policyPlace.ts'

/** How long a policy is, and how long it may be. */
export function usePolicyLength(text: string, { use, at }: PolicyPlace) {
  const { value: words } = useAnswer(
    'policyWords',
    use === 'resource' || use === 'endpoint' ? { id: at.construct } : null,
  )
  const prefix = words?.prefixes[0] ?? null
  const limit = policySizeOf(use, prefix)
  const length = sizeOfPolicy(text, limit)
  return { length, ...limit, isTooLong: length > limit.most, prefix }
}

/** `812 of 20,480 characters` */
export function PolicyLength({ text, place }: { readonly text: string; readonly place: PolicyPlace }) {
  const { length, most, spaces, isTooLong } = usePolicyLength(text, place)
  return (
    <span className={isTooLong ? 'font-medium text-bad' : undefined}>
      {length.toLocaleString('en')} of {most.toLocaleString('en')} characters{spaces ? '' : ' without white space'}
      {isTooLong ? ': too long' : ''}
    </span>
  )
}
