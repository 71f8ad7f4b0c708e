import { CircleX } from 'lucide-react'
import type { AnswerOf } from '../../engine/index.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'

interface ExportErrorsProps {
  readonly errors: AnswerOf<'export'>['errors']
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
}

/** What the checks call errors: nothing is downloaded before somebody has said that it may be. */
export function ExportErrors({ errors, accepted, onAccept }: ExportErrorsProps) {
  if (errors.length === 0) return null
  return (
    <section aria-label="Errors" className="rounded-md border border-line bg-sunken p-2 text-xs">
      <h3 className="flex items-center gap-1.5 font-medium">
        <CircleX aria-hidden size={14} className="text-bad" />
        The checks find {errors.length} {errors.length === 1 ? 'error' : 'errors'}
      </h3>
      <ul className="mt-1 flex max-h-40 flex-col gap-1.5 overflow-y-auto">
        {errors.map(({ check, message, at: [origin] }) => (
          <li key={`${check}/${origin.construct}/${origin.path.join('/')}/${message}`}>
            <p className="break-words text-soft leading-[1.125rem]">{message}</p>
            <PlaceLink origin={origin} />
          </li>
        ))}
      </ul>
      <label className="mt-2 flex min-h-6 cursor-pointer items-center gap-2">
        <input type="checkbox" checked={accepted} onChange={(event) => onAccept(event.target.checked)} />
        Export it all the same
      </label>
    </section>
  )
}
