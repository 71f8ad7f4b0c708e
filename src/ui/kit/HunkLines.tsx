import type { AnswerOf } from '../../engine/index.ts'

type Hunk = Exclude<AnswerOf<'revise'>, string>['files'][number]['hunks'][number]
type Line = Hunk['lines'][number]

const LOOKS: Readonly<Record<Line['kind'], { readonly sign: string; readonly spoken: string; readonly look: string }>> =
  {
    same: { sign: ' ', spoken: '', look: '' },
    gone: { sign: '−', spoken: 'Removed: ', look: 'bg-bad-soft text-bad' },
    new: { sign: '+', spoken: 'Added: ', look: 'bg-good-soft text-good' },
  }

/** Lines that change, with some around them, each with its number. */
export function HunkLines({ hunk }: { readonly hunk: Hunk }) {
  return (
    <ol
      aria-label={`From line ${hunk.newStart}`}
      className="w-max min-w-full border-line py-1 [&:not(:first-child)]:border-t"
    >
      {numbered(hunk).map(({ kind, text, number }, at) => {
        const { sign, spoken, look } = LOOKS[kind]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else that tells them apart
          <li key={at} className={`flex gap-2 px-2 ${look}`}>
            <span aria-hidden className="w-10 shrink-0 select-none text-right text-faint">
              {number}
            </span>
            <span aria-hidden className="w-2 shrink-0 select-none">
              {sign}
            </span>
            <span className="sr-only">{spoken}</span>
            <span className="whitespace-pre">{text}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** Lines with their number in the text that they are of: the old one for what goes. */
function numbered({ oldStart, newStart, lines }: Hunk) {
  let [before, after] = [oldStart, newStart]
  return lines.map(({ kind, text }) => {
    const number = kind === 'gone' ? before : after
    if (kind !== 'new') before++
    if (kind !== 'gone') after++
    return { kind, number, text: text.replace(/\r?\n$/, '') }
  })
}
