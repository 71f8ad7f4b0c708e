import { CircleAlert, Lightbulb, TriangleAlert, Wrench } from 'lucide-react'
import { Button } from '../Button.tsx'
import { classNames } from '../classNames.ts'
import { LiveRegion } from '../Toast.tsx'
import { lineOf, type Remark } from './remarksOf.ts'

const LOOK = {
  error: { icon: CircleAlert, colour: 'text-bad', word: 'Error' },
  warning: { icon: TriangleAlert, colour: 'text-warn', word: 'Warning' },
  info: { icon: Lightbulb, colour: 'text-accent', word: 'Advice' },
} as const

interface RemarkListProps {
  readonly text: string
  readonly remarks: readonly Remark[]
  readonly onShow: (from: number, to: number) => void
  readonly onPut: (text: string) => void
}

/** What is wrong with a policy, each a way to its line. */
export function RemarkList({ text, remarks, onShow, onPut }: RemarkListProps) {
  const [first] = remarks
  const said = first ? `${remarks.length === 1 ? '1 remark' : `${remarks.length} remarks`}: ${first.message}` : ''
  return (
    <>
      <LiveRegion>{said}</LiveRegion>
      {first ? (
        <ul aria-label="Remarks" className="flex flex-col gap-1 text-xs leading-4">
          {remarks.map(({ severity, message, range, fixes }) => {
            const { icon: Icon, colour, word } = LOOK[severity]
            return (
              <li key={`${range?.from} ${message}`} className="flex gap-1.5">
                <Icon aria-hidden size={14} className={classNames('mt-1 shrink-0', colour)} />
                <div className="min-w-0 grow">
                  <span className="sr-only">{word}: </span>
                  {range ? (
                    <button
                      type="button"
                      onClick={() => onShow(range.from, range.to)}
                      className="min-h-6 cursor-pointer break-words rounded-sm text-left hover:underline"
                    >
                      <span className="font-medium">Line {lineOf(text, range.from)}:</span> {message}
                    </button>
                  ) : (
                    <p className="min-h-6 break-words pt-1">{message}</p>
                  )}
                  {fixes.map((fix) => (
                    <Button
                      key={fix.title}
                      className="mt-0.5 mr-1 h-auto! min-h-6 max-w-full whitespace-normal! text-left"
                      icon={<Wrench aria-hidden size={12} className="shrink-0" />}
                      onClick={() => onPut(fix.text)}
                    >
                      {fix.title}
                    </Button>
                  ))}
                </div>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}
