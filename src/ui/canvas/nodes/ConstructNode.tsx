import type { NodeProps } from '@xyflow/react'
import { type CSSProperties, memo } from 'react'
import { largest, upperFirst } from '../../../core/base/index.ts'
import { isRow } from '../../../core/layout/index.ts'
import { Glyph, glyphOf, kindColour } from '../../constructs/index.ts'
import { lazyPart } from '../../kit/lazyPart.tsx'
import { FULL_ACCESS, sayBadge } from '../projection/badgeOf.ts'
import type { LeafNode } from '../projection/canvasNodes.ts'
import { Anchors } from './Anchors.tsx'
import { ConnectKnob } from './ConnectKnob.tsx'
import { FindingBadge } from './FindingBadge.tsx'
import { isSameNode } from './isSameNode.ts'
import { LightBadge } from './LightBadge.tsx'
import { lightClass } from './lightClass.ts'

const LifeCycleBar = lazyPart(async () => (await import('./LifeCycleBar.tsx')).LifeCycleBar)

/** A construct that nothing lies in: glyph, name, and one line about it. */
export const ConstructNode = memo(function ConstructNode({ data, selected }: NodeProps<LeafNode>) {
  const { construct, detail, tag, badge, mark, light } = data
  return (
    <div
      className={`leaf ${isRow(construct.kind) ? 'is-row' : ''} ${selected ? 'is-selected' : ''} ${tag?.isQuiet ? 'is-quiet' : ''} ${lightClass(light)}`}
      style={
        {
          '--kind': kindColour(construct.kind),
          '--letters': construct.name.length,
          '--word': longestWord(construct.name),
        } as CSSProperties
      }
    >
      <span className="leaf-tile">
        <Glyph kind={glyphOf(construct)} />
      </span>
      <span className="leaf-text">
        <span className="leaf-name">{construct.name}</span>
        <span className="leaf-line">
          <span className="leaf-detail">{detail}</span>
          {tag && <span className="leaf-tag">{tag.word}</span>}
        </span>
      </span>
      {badge && (
        <span
          className={`leaf-badge ${badge === FULL_ACCESS ? 'is-on-demand' : ''}`}
          data-tip={upperFirst(sayBadge(construct, badge))}
        >
          {badge}
        </span>
      )}
      <Anchors />
      {mark && <FindingBadge mark={mark} />}
      <LightBadge light={light} />
      <ConnectKnob construct={construct} />
      {selected && 'state' in construct && <LifeCycleBar construct={construct} />}
    </div>
  )
}, isSameNode)

/** How long the longest stretch of a name is that lines are not broken in. */
const longestWord = (name: string): number => largest(name.split(/[\s-]/).map(({ length }) => length))
