import { useEffect, useMemo, useRef } from 'react'
import { beginPolicy, formatPolicy } from '../../../core/policy/write/index.ts'
import { Button } from '../Button.tsx'
import { classNames } from '../classNames.ts'
import { useAnswer } from '../useAnswer.ts'
import { useStores } from '../useStore.ts'
import { DeskTools } from './DeskTools.tsx'
import { GuardForm } from './GuardForm.tsx'
import { offerWords } from './offerWords.ts'
import { type EditorHandle, PolicyEditor } from './PolicyEditor.tsx'
import { PolicyLength, usePolicyLength } from './PolicyLength.tsx'
import { idOfPlace, type PolicyPlace, storedText } from './policyPlace.ts'
import { RemarkList } from './RemarkList.tsx'
import { diagnosticsOf, remarksOf } from './remarksOf.ts'
import { TrialStrip } from './TrialStrip.tsx'
import type { PolicyDraft } from './usePolicyDraft.ts'
import { useSettled } from './useSettled.ts'
import { useShownStatement } from './useShownStatement.ts'

interface PolicyDeskProps {
  readonly place: PolicyPlace
  readonly draft: PolicyDraft
  /** Over the page, with room for a second column. */
  readonly isWide: boolean
  /** The statement that a link leads to. */
  readonly shown: number | null
  readonly onShown: () => void
  readonly onClose: () => void
  readonly onEnlarge: () => void
}

/** While somebody types nothing is asked. */
const READ_AFTER_MS = 200
const TRY_AFTER_MS = 600

/** Where a policy is written: its text, what is wrong with it, common cases, and what it would change. */
export function PolicyDesk({ place, draft, isWide, shown, onShown, onClose, onEnlarge }: PolicyDeskProps) {
  const { text } = draft
  const { engine } = useStores()
  const editor = useRef<EditorHandle>(null)
  const put = (next: string) => editor.current?.setText(next)

  const toRead = useSettled(text, READ_AFTER_MS)
  const answer = useAnswer('readPolicy', storedText(toRead) === null ? null : { text: toRead, use: place.use }).value
  const isEmpty = storedText(text) === null
  const reading = answer?.text === text && !isEmpty ? answer : null
  const isBroken = !isEmpty && (reading?.problems.length ?? 0) > 0
  const { isTooLong, prefix } = usePolicyLength(text, place)

  const toTry = useSettled(text, TRY_AFTER_MS)
  const mayTry = toTry === text && (isEmpty || (reading !== null && !isBroken))
  const input = mayTry && place.editTo ? { edit: place.editTo(storedText(toTry)), at: place.at, text: toTry } : null
  const trial = useAnswer('tryPolicy', input)
  const isFresh = trial.value?.text === text && !trial.stale

  const remarks = useMemo(
    () => remarksOf(text, reading, isFresh ? trial.value : null, place),
    [text, reading, isFresh, trial.value, place],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` reaches the editor of the moment
  const diagnostics = useMemo(() => diagnosticsOf(remarks, put), [remarks])
  const words = useMemo(
    () =>
      offerWords({
        use: place.use,
        design: () =>
          engine
            .getState()
            .askOnce('policyWords', { id: place.at.construct })
            .catch(() => null),
        actions: (prefixes) =>
          engine
            .getState()
            .askOnce('actionWords', { prefixes })
            .catch(() => null),
      }),
    [engine, place.use, place.at.construct],
  )
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isWide) own.current?.closest('fieldset')?.scrollIntoView({ block: 'start' })
  }, [isWide])
  useShownStatement(editor, reading, shown, onShown)

  const refusal = isTooLong
    ? 'It is longer than AWS takes.'
    : isBroken
      ? 'It cannot be read yet.'
      : draft.isDraft
        ? null
        : 'Nothing has been changed.'
  const apply = () => {
    if (refusal === null) place.apply(storedText(text))
  }
  const format = () => put(formatPolicy(text))
  const strip =
    draft.isDraft && place.editTo ? (
      <TrialStrip place={place} trial={trial} isFresh={isFresh} isBroken={isBroken} />
    ) : null
  const remarkList = (
    <RemarkList text={text} remarks={remarks} onShow={(from, to) => editor.current?.show(from, to)} onPut={put} />
  )
  return (
    <div
      ref={own}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col gap-2',
        isWide ? 'grow gap-3 overflow-y-auto p-4 md:overflow-hidden' : 'mt-2',
      )}
    >
      <div
        className={classNames(
          'flex min-w-0 shrink-0 flex-col gap-2',
          isWide && 'gap-4 md:min-h-0 md:shrink md:grow md:flex-row',
        )}
      >
        <div className={classNames('flex min-w-0 flex-col gap-2', isWide && 'md:min-h-0 md:grow')}>
          <DeskTools
            hasText={!isEmpty}
            onBegin={() => put(beginPolicy(place.use, prefix))}
            onFormat={format}
            onUndo={() => editor.current?.undo()}
            onRedo={() => editor.current?.redo()}
            {...(isWide ? {} : { onEnlarge })}
          />
          <div
            className={isWide ? 'min-h-[50dvh] grow md:min-h-0' : '-m-0.5 h-80 min-h-40 resize-y overflow-hidden p-0.5'}
          >
            <PolicyEditor
              ref={editor}
              id={idOfPlace(place)}
              label={place.title}
              text={text}
              diagnostics={diagnostics}
              autoFocus={shown === null}
              words={words}
              onChange={draft.change}
              onApply={apply}
              onFormat={format}
            />
          </div>
          <p className="flex flex-wrap justify-between gap-x-3 text-faint text-xs leading-4">
            <PolicyLength text={text} place={place} />
            <span>Tab leaves · Ctrl+Space suggests · Ctrl+Enter applies</span>
          </p>
        </div>
        <div
          className={classNames(
            'flex min-w-0 flex-col gap-2',
            isWide && 'md:min-h-0 md:w-88 md:shrink-0 md:overflow-y-auto md:pr-1',
          )}
        >
          {remarkList}
          {strip}
          <GuardForm text={text} place={place} onPut={put} startClosed={!isWide} />
        </div>
      </div>
      {draft.isOvertaken ? (
        <p className="text-warn text-xs leading-4">
          The policy has been changed since this draft was begun. Applying the draft puts it in place of what stands
          there now.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" disabled={refusal !== null} onClick={apply}>
          Apply
        </Button>
        <Button disabled={!draft.isDraft} onClick={draft.discard}>
          Discard the draft
        </Button>
        {isWide ? <Button onClick={onClose}>Close</Button> : null}
        <span className="text-faint text-xs">{refusal ?? (isEmpty || reading ? '' : 'Reading…')}</span>
      </div>
    </div>
  )
}
