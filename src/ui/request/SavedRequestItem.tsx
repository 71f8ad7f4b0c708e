import { Check, Ellipsis, Flag, Pencil, RotateCw, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { PATH_WORDS, SYMPTOM_WORDS } from '../../core/explain/index.ts'
import type { Expectation, SavedRequest } from '../../core/model/index.ts'
import { differenceFrom, meetsExpectation, type Verdict } from '../../core/sim/index.ts'
import { expectationOf } from '../../state/index.ts'
import { classNames } from '../kit/classNames.ts'
import { describeRequest } from '../kit/describeRequest.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { Menu } from '../kit/Menu.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign, useEngine, useStores, useView } from '../kit/useStore.ts'
import { VerdictBadge } from '../kit/VerdictBadge.tsx'
import { ObservedMark } from './ObservedMark.tsx'

interface SavedRequestItemProps {
  readonly saved: SavedRequest
  readonly verdict: Verdict | null
}

const MUST_SUCCEED: Expectation = { verdict: 'succeeds', symptom: null, code: null, path: null }
const MUST_FAIL: Expectation = { verdict: 'fails', symptom: null, code: null, path: null }

/** One pinned request: its answer now, whether that is what it must come to, and what was seen of it in reality. */
export function SavedRequestItem({ saved, verdict }: SavedRequestItemProps) {
  const { actions, view } = useStores()
  const design = useDesign((state) => state.design)
  const stale = useEngine((state) => state.pinned.stale)
  const seen = useView((state) => state.observed?.[saved.id])
  const [renaming, setRenaming] = useState(false)
  const missed = verdict !== null && saved.expect !== null && meetsExpectation(verdict, saved.expect) !== null
  const difference = verdict && seen ? differenceFrom(verdict, seen) : null
  const ask = () => {
    view.getState().showPanel('trace')
    void actions.askPinned(saved.id)
  }
  const expect = (expectation: Expectation | null) => () => actions.setExpectation(saved.id, expectation)
  const items = [
    { label: 'Ask and show the trace', icon: <RotateCw size={14} />, onSelect: ask },
    { label: 'Rename', icon: <Pencil size={14} />, onSelect: () => setRenaming(true) },
    {
      label: 'Expect what it does now',
      icon: <Flag size={14} />,
      divided: true,
      disabled: verdict === null,
      onSelect: () => verdict && expect(expectationOf(verdict))(),
    },
    { label: 'Must succeed', icon: <Check size={14} />, onSelect: expect(MUST_SUCCEED) },
    { label: 'Must fail', icon: <X size={14} />, onSelect: expect(MUST_FAIL) },
    ...(saved.expect ? [{ label: 'Expect nothing', onSelect: expect(null) }] : []),
    {
      label: 'Unpin',
      icon: <Trash2 size={14} />,
      danger: true,
      divided: true,
      onSelect: () => actions.unpin(saved.id),
    },
  ]
  return (
    <li
      className={classNames(
        'rounded-md border p-2',
        missed || difference !== null ? 'border-bad bg-bad-soft' : 'border-line',
      )}
    >
      <div className="flex items-start gap-1">
        {renaming ? (
          <Renaming saved={saved} onDone={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            onClick={ask}
            data-tip={describeRequest(design, saved.request)}
            className="min-h-6 min-w-0 grow cursor-pointer break-words rounded-sm text-left hover:underline"
          >
            {saved.name || describeRequest(design, saved.request)}
          </button>
        )}
        <Menu label={`Actions for ${saved.name}`} items={items} align="end">
          {(trigger) => (
            <IconButton {...trigger} label={`Actions for ${saved.name}`} icon={<Ellipsis aria-hidden size={15} />} />
          )}
        </Menu>
      </div>
      <div className={classNames('mt-0.5 flex min-h-5 flex-wrap items-center gap-2 text-xs', stale && 'opacity-60')}>
        {verdict ? <VerdictBadge verdict={verdict} /> : <span className="text-faint">Not answered yet</span>}
        {saved.expect ? <ExpectationMark expect={saved.expect} missed={missed} answered={verdict !== null} /> : null}
      </div>
      {seen ? <ObservedMark seen={seen} verdict={verdict} difference={difference} /> : null}
    </li>
  )
}

interface ExpectationMarkProps {
  readonly expect: Expectation
  readonly missed: boolean
  readonly answered: boolean
}

function ExpectationMark({ expect, missed, answered }: ExpectationMarkProps) {
  const what = inWords(expect)
  if (!answered) return <span className="text-faint">Must {what}</span>
  return missed ? (
    <span className="flex items-center gap-1 font-medium text-bad">
      <X aria-hidden size={13} className="shrink-0" /> Missed: must {what}
    </span>
  ) : (
    <span className="flex items-center gap-1 text-soft">
      <Check aria-hidden size={13} className="shrink-0 text-good" /> As expected: must {what}
    </span>
  )
}

const VERBS: Readonly<Record<Expectation['verdict'], string>> = {
  succeeds: 'succeed',
  partly: 'work in part',
  fails: 'fail',
  'cannot-tell': 'be undecided',
}

/** `succeed through the interface endpoint`, `fail: connection times out (SUBNET_ACL_RESTRICTION)` */
function inWords({ verdict, symptom, path, code }: Expectation): string {
  const how = symptom ? `: ${SYMPTOM_WORDS[symptom].toLowerCase()}` : path ? ` ${PATH_WORDS[path]}` : ''
  return `${VERBS[verdict]}${how}${code ? ` (${code})` : ''}`
}

function Renaming({ saved, onDone }: { readonly saved: SavedRequest; readonly onDone: () => void }) {
  const { actions } = useStores()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the field inside it
    <div
      className="grow"
      ref={(box) => box?.querySelector('input')?.select()}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') onDone()
      }}
    >
      <TextField
        label="Name of the request"
        labelHidden
        value={saved.name}
        maxLength={200}
        onCommit={(name) => actions.renameRequest(saved.id, name)}
      />
    </div>
  )
}
