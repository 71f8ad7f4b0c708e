import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../engine/index.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { HunkLines } from '../kit/HunkLines.tsx'
import { Section } from '../kit/Section.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useStores } from '../kit/useStore.ts'

type Proposal = AnswerOf<'propose'>
type Area = 'endpoint' | 'resource' | 'identity' | 'groups'

const AREAS: Readonly<Record<Area, string>> = {
  endpoint: 'Policies of endpoints',
  resource: 'Policies of resources',
  identity: 'Policies of roles and users',
  groups: 'Rules of security groups',
}
const LINES = 'overflow-x-auto rounded-md border border-line bg-sunken font-mono text-xs leading-5'
const ALL = Object.keys(AREAS) as Area[]

/** Policies by demonstration: what to change so that the pinned requests succeed and fail as they must, proved, and applied in one step. */
export function ProposeDialog() {
  const { design, view } = useStores()
  const [areas, setAreas] = useState<readonly Area[]>(ALL)
  const { value, progress, problem, stale } = useAnswer('propose', { areas })
  const close = () => view.getState().openDialog(null)
  const apply = ({ edits, changes }: Proposal) => {
    if (design.getState().apply('Apply the proposed policies', edits)) {
      view.getState().say(`Applied ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`)
      close()
    }
  }
  return (
    <Dialog title="Policies by demonstration" onClose={close} className="w-[52rem]">
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
        <p className="text-soft">
          The least that has to change so that pinned requests succeed and fail as they must. Every one has been asked
          again with it.
        </p>
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          <legend className="mb-1 text-faint">What may be changed</legend>
          {ALL.map((area) => (
            <label key={area} className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={areas.includes(area)}
                onChange={({ target }) =>
                  setAreas(ALL.filter((one) => (one === area ? target.checked : areas.includes(one))))
                }
              />
              {AREAS[area]}
            </label>
          ))}
        </fieldset>
        <p role="status" className="text-xs">
          {problem !== null
            ? problem
            : stale || !value
              ? `Trying${progress ? ` ${progress.done} of at most ${progress.total}` : ''}…`
              : summaryOf(value)}
        </p>
        {value && !stale ? <Shown proposal={value} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button
            look="primary"
            disabled={!value || stale || value.edits.length === 0}
            onClick={() => value && apply(value)}
          >
            Apply
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function summaryOf({ isWhole, proof, changes }: Proposal): string {
  const met = `${proof.filter((one) => one.isMet).length} of ${proof.length} as they must`
  if (!isWhole) return `${met}: not all can be brought about, so nothing is proposed.`
  return changes.length === 0 ? `${met}: nothing has to be changed.` : `${met}, after what is proposed.`
}

function Shown({ proposal }: { readonly proposal: Proposal }) {
  const { changes, texts, proof, others, cannot } = proposal
  return (
    <>
      {cannot.length > 0 ? (
        <Section title="What cannot be brought about">
          <ul className="list-disc pl-5">
            {cannot.map(({ id, name, reason }) => (
              <li key={id}>
                {name}: {reason}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {changes.length > 0 ? (
        <Section title="In words">
          <ul className="list-disc break-words pl-5">
            {changes.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {texts.map(({ title, hunks }) => (
        <section key={title} aria-label={title} className="flex flex-col gap-1">
          <h3 className="font-medium text-xs">{title}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <div tabIndex={0} className={LINES}>
            {hunks.map((hunk) => (
              <HunkLines key={hunk.newStart} hunk={hunk} />
            ))}
          </div>
        </section>
      ))}
      <Section title="Proof">
        <table className="w-full text-left text-xs">
          <thead className="text-faint">
            <tr>
              <th className="pr-3 font-normal">Request</th>
              <th className="pr-3 font-normal">Must</th>
              <th className="pr-3 font-normal">Before</th>
              <th className="font-normal">After</th>
            </tr>
          </thead>
          <tbody>
            {[...proof, ...others].map(({ id, name, must, before, after, isMet }) => (
              <tr key={id} className="border-line border-t">
                <td className="break-words py-1 pr-3">{name}</td>
                <td className="pr-3">{must ?? 'nothing'}</td>
                <td className="pr-3">{before}</td>
                <td>
                  <span className="flex items-center gap-1">
                    {isMet ? (
                      <Check aria-hidden size={13} className="text-good" />
                    ) : (
                      <X aria-hidden size={13} className="text-bad" />
                    )}
                    {after}
                    {isMet ? null : <span className="sr-only">not as it must</span>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  )
}
