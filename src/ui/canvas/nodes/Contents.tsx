import { createContext, memo, use } from 'react'
import type { ConstructId } from '../../../core/model/index.ts'
import type { Picture, Pictures } from '../projection/pictureContents.ts'

/** The pictures that are shown at this distance; null = what lies in containers is drawn itself. */
export const PicturesContext = createContext<Pictures | null>(null)

/** What lies in a container, painted, where it is looked at from too far to draw it. */
export function Contents({ id }: { readonly id: ConstructId }) {
  const picture = use(PicturesContext)?.get(id)
  return picture ? <Painted picture={picture} /> : null
}

const Painted = memo(
  ({ picture: { shapes, summary } }: { readonly picture: Picture }) => (
    <>
      <svg className="picture" aria-hidden="true">
        {shapes.map(({ look, colour, path }) => (
          <path key={`${look} ${colour}`} d={path} className={`picture-${look}`} style={{ color: colour }} />
        ))}
      </svg>
      {summary && <span className="picture-summary">{summary}</span>}
    </>
  ),
  (before, after) => isSame(before.picture, after.picture),
)

const isSame = (a: Picture, b: Picture): boolean =>
  a.summary === b.summary &&
  a.shapes.length === b.shapes.length &&
  a.shapes.every(({ look, colour, path }, i) => {
    const other = b.shapes[i]!
    return look === other.look && colour === other.colour && path === other.path
  })
