import type { Finding } from '../../core/checks/index.ts'
import { classNames } from './classNames.ts'
import { FixButtons } from './FixButtons.tsx'
import { LearnMore } from './LearnMore.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { SEVERITY_LOOK } from './severityLook.ts'

interface FindingNoteProps {
  readonly finding: Finding
  readonly withPlaces: boolean
  /** The level below the heading it stands under. */
  readonly heading: 'h3' | 'h4'
}

/** One finding: what is wrong and where, AWS's own words, and what would put it right. */
export function FindingNote({ finding, withPlaces, heading: Heading }: FindingNoteProps) {
  const { icon: Icon, colour, word } = SEVERITY_LOOK[finding.severity]
  return (
    <article className="flex gap-2 rounded-md border border-line p-2.5">
      <Icon aria-hidden size={16} className={classNames('mt-px shrink-0', colour)} />
      <div className="min-w-0 grow">
        <Heading className="font-medium">
          <span className="sr-only">{word}: </span>
          {finding.title}
        </Heading>
        <p className="mt-0.5 break-words text-soft text-xs leading-[1.125rem]">{finding.message}</p>
        {finding.awsError ? (
          <figure className="mt-1.5 border-line-strong border-l-2 pl-2">
            <figcaption className="text-[11px] text-faint">What AWS answers</figcaption>
            <blockquote className="break-words font-mono text-soft text-xs leading-[1.125rem]">
              {finding.awsError}
            </blockquote>
          </figure>
        ) : null}
        {withPlaces ? (
          <ul className="mt-1 flex flex-col text-xs">
            {finding.at.map((origin) => (
              <li key={`${origin.construct}/${origin.path.join('/')}`}>
                <PlaceLink origin={origin} />
              </li>
            ))}
          </ul>
        ) : null}
        <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <FixButtons fixes={finding.fixes} />
          <LearnMore href={finding.learnMore} />
        </div>
      </div>
    </article>
  )
}
