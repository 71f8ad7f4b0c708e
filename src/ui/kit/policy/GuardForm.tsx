import { useId } from 'react'
import {
  type Guard,
  type GuardKind,
  type GuardPlace,
  guardKindsOf,
  type ReadGuard,
  readGuards,
  writeGuard,
} from '../../../core/policy/write/index.ts'
import type { PolicyWord, PolicyWords } from '../../../core/topology/index.ts'
import { Section } from '../Section.tsx'
import { Switch } from '../Switch.tsx'
import { TextField } from '../TextField.tsx'
import { useAnswer } from '../useAnswer.ts'
import { useStores } from '../useStore.ts'
import type { PolicyPlace } from './policyPlace.ts'

interface GuardWords {
  readonly title: string
  readonly other: string
  readonly options: (words: PolicyWords) => readonly PolicyWord[]
  readonly problem: (text: string) => string | null
}

const fits = (form: RegExp, what: string) => (text: string) =>
  text === '' || form.test(text) ? null : `“${text}” is not ${what}`

const ORGANISATION = fits(/^o-[a-z0-9]{10,32}$/, 'the id of an organisation, such as o-a1b2c3d4e5')

/** How each common case is asked for. */
const WORDS: Readonly<Record<GuardKind, GuardWords>> = {
  resources: {
    title: 'Only these resources',
    other: 'Another ARN',
    options: ({ resources }) => resources,
    problem: fits(/^(?:arn:[^\s"]+|\*)$/, 'an ARN, such as arn:aws:s3:::reports/*'),
  },
  'resource-organisation': {
    title: 'Only resources of this organisation',
    other: 'Another organisation',
    options: ({ organisations }) => organisations,
    problem: ORGANISATION,
  },
  'caller-organisation': {
    title: 'Only callers of this organisation',
    other: 'Another organisation',
    options: ({ organisations }) => organisations,
    problem: ORGANISATION,
  },
  roles: {
    title: 'Only these roles',
    other: 'Another role or user',
    options: ({ principals }) => principals,
    problem: fits(/^arn:[^\s"]+$/, 'an ARN, such as arn:aws:iam::111122223333:role/reader'),
  },
  vpcs: {
    title: 'Only from these VPCs',
    other: 'Another VPC',
    options: ({ vpcs }) => vpcs,
    problem: fits(/^vpc-[0-9a-f]{8,17}$/, 'the id of a VPC, such as vpc-1a2b3c4d'),
  },
  endpoints: {
    title: 'Only through these endpoints',
    other: 'Another endpoint',
    options: ({ endpoints }) => endpoints,
    problem: fits(/^vpce-[0-9a-f]{8,17}$/, 'the id of an endpoint, such as vpce-1a2b3c4d'),
  },
}

interface GuardFormProps {
  readonly text: string
  readonly place: PolicyPlace
  readonly onPut: (text: string) => void
  readonly startClosed: boolean
}

/** The common cases, each written into the text as a statement of its own. */
export function GuardForm({ text, place, onPut, startClosed }: GuardFormProps) {
  const { use, at } = place
  const { value: words } = useAnswer(
    'policyWords',
    use === 'endpoint' || use === 'resource' ? { id: at.construct } : null,
  )
  if (!words?.guards) return null
  const { guards } = words
  const read = readGuards(text, guards)
  return (
    <Section title="Common cases" startClosed={startClosed} className="-mx-1">
      <p className="mb-2 text-faint text-xs leading-4">
        Each is a statement that denies everything else. It is written into the text; nothing is applied yet.
      </p>
      <div className="flex flex-col gap-3">
        {guardKindsOf(guards.use).map((kind) => (
          <GuardFields
            key={kind}
            kind={kind}
            guard={read.find((one) => one.kind === kind) ?? null}
            place={guards}
            words={words}
            text={text}
            onPut={onPut}
          />
        ))}
      </div>
    </Section>
  )
}

interface GuardFieldsProps {
  readonly kind: GuardKind
  readonly guard: ReadGuard | null
  readonly place: GuardPlace
  readonly words: PolicyWords
  readonly text: string
  readonly onPut: (text: string) => void
}

function GuardFields({ kind, guard, place, words, text, onPut }: GuardFieldsProps) {
  const { view } = useStores()
  const { title, other, options, problem } = WORDS[kind]
  const offered = options(words)
  const chosen = guard?.values ?? []
  const known = offered.flatMap(({ value }) => value ?? [])
  const typed = chosen.filter((value) => !known.includes(value))
  const exceptServices = guard?.exceptServices ?? isOfNetwork(kind)
  const write = (change: Partial<Guard>) => {
    const next = writeGuard(text, { kind, values: chosen, exceptServices, ...change }, place)
    if (next === null) view.getState().say('The text is no policy that a statement can be written into.', 'error')
    else onPut(next)
  }
  const toggle = (value: string) =>
    write({ values: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 font-medium text-xs">{title}</legend>
      {guard?.byHand ? (
        <p className="mb-1 text-warn text-xs leading-4">
          This statement has been changed by hand; a choice here writes it anew.
        </p>
      ) : null}
      {[...offered, ...typed.map((value) => ({ construct: '', name: value, value }))].map((word) => (
        <Choice
          key={`${word.construct} ${word.value}`}
          word={word}
          isChosen={chosen.includes(word.value)}
          onToggle={() => toggle(word.value)}
        />
      ))}
      <TextField
        label={`${other}, for “${title}”`}
        labelHidden
        placeholder={other}
        mono
        maxLength={2048}
        className="mt-0.5"
        value=""
        problem={problem}
        onCommit={(value) => value !== '' && !chosen.includes(value) && write({ values: [...chosen, value] })}
      />
      {place.use === 'resource' && isOfNetwork(kind) && chosen.length > 0 ? (
        <div className="mt-1 flex min-h-6 items-center justify-between gap-2 text-xs">
          <span className="text-soft">Let services of AWS through all the same</span>
          <Switch
            label={`Let services of AWS through, for “${title}”`}
            on={exceptServices}
            onChange={(on) => write({ exceptServices: on })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}

/** Services do not come by somebody’s network. */
const isOfNetwork = (kind: GuardKind): boolean => kind === 'vpcs' || kind === 'endpoints'

function Choice({
  word: { name, value },
  isChosen,
  onToggle,
}: {
  readonly word: PolicyWord
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const id = useId()
  return (
    <div className="flex min-h-6 items-start gap-1.5 py-0.5 text-xs">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-3.5 shrink-0 accent-(--accent)"
        checked={isChosen}
        onChange={onToggle}
      />
      <label htmlFor={id} className="min-w-0 break-all leading-4">
        {name === value ? null : <span className="break-words">{name} </span>}
        <span className="font-mono text-faint">{value}</span>
      </label>
    </div>
  )
}
