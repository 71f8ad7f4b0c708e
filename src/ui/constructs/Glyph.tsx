import { lazyPart } from '../kit/lazyPart.tsx'
import { type GlyphName, glyphs } from './glyphs.tsx'

const RareGlyph = lazyPart(
  async () => (await import('./RareGlyph.tsx')).RareGlyph,
  () => null, // its place stays empty: the words beside it say what it is
)
const isCommon = (kind: GlyphName): kind is keyof typeof glyphs => Object.hasOwn(glyphs, kind)

interface GlyphProps {
  readonly kind: GlyphName
  /** In pixels; 20 is the size it is drawn for. */
  readonly size?: number
  readonly className?: string
}

/** The drawing of a kind, in the colour of the text around it. It says nothing to a screen reader: the words beside it do. */
export function Glyph({ kind, size = 20, className }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {isCommon(kind) ? glyphs[kind] : <RareGlyph kind={kind} />}
    </svg>
  )
}
