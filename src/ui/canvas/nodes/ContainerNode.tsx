import { type NodeProps, NodeResizeControl, ResizeControlVariant } from '@xyflow/react'
import { type CSSProperties, memo } from 'react'
import type { Construct } from '../../../core/model/index.ts'
import { Glyph, type GlyphName, kindColour } from '../../constructs/index.ts'
import { useCanvas } from '../CanvasContext.ts'
import type { ContainerData, ContainerNode as ContainerNodeType } from '../projection/canvasNodes.ts'
import { Anchors } from './Anchors.tsx'
import { ConnectKnob } from './ConnectKnob.tsx'
import { Contents } from './Contents.tsx'
import { FindingBadge } from './FindingBadge.tsx'
import { InterfaceChip } from './InterfaceChip.tsx'
import { isSameNode } from './isSameNode.ts'
import { LightBadge } from './LightBadge.tsx'
import { lightClass } from './lightClass.ts'

const glyphIn = ({ construct, isPublic }: ContainerData): GlyphName =>
  construct.kind === 'subnet'
    ? isPublic
      ? 'subnet-public'
      : 'subnet-private'
    : (construct.kind as Exclude<Construct['kind'], 'client'>)

/** A construct that others lie in: a boundary in the manner of AWS diagrams, with glyph and name in its upper left corner. */
export const ContainerNode = memo(function ContainerNode({ data, selected }: NodeProps<ContainerNodeType>) {
  const { construct, detail, mark, light, owner, isPublic, chips, hiddenChips } = data
  const colour = construct.kind === 'subnet' && isPublic ? 'var(--group-public)' : kindColour(construct.kind)
  return (
    <div
      className={`group group-${construct.kind} ${isPublic ? 'is-public' : ''} ${selected ? 'is-selected' : ''} ${lightClass(light)}`}
      style={{ '--kind': colour } as CSSProperties}
    >
      <div className="group-title">
        <span className="group-tile">
          <Glyph kind={glyphIn(data)} size={15} />
        </span>
        <span className="group-name" style={{ '--letters': construct.name.length } as CSSProperties}>
          {construct.name}
        </span>
        {construct.kind === 'subnet' && <span className="group-word">{isPublic ? 'Public' : 'Private'}</span>}
        <span className="group-detail">{detail}</span>
        {owner !== null && (
          <span className="group-owner" data-tip={`Belongs to ${owner}`}>
            <Glyph kind="account" size={12} />
            <span className="group-owner-name">{owner}</span>
          </span>
        )}
      </div>
      <Contents id={construct.id} />
      {chips.map((chip) => (
        <InterfaceChip key={chip.owner} chip={chip} />
      ))}
      {hiddenChips > 0 && <span className="chips-more">+{hiddenChips}</span>}
      <Anchors />
      {mark && <FindingBadge mark={mark} />}
      <LightBadge light={light} />
      <ConnectKnob construct={construct} />
      {selected && <Grips data={data} />}
    </div>
  )
}, isSameNode)

/** Grips on the right and lower edge; the upper left corner stays, and the content with it. */
function Grips({ data }: { readonly data: ContainerData }) {
  const { commitResize } = useCanvas()
  const common = {
    minWidth: data.least.width,
    minHeight: data.least.height,
    onResizeEnd: () => commitResize(data.construct.id),
  }
  return (
    <>
      <NodeResizeControl {...common} position="right" variant={ResizeControlVariant.Line} className="grip-line" />
      <NodeResizeControl {...common} position="bottom" variant={ResizeControlVariant.Line} className="grip-line" />
      <NodeResizeControl {...common} position="bottom-right" className="grip" />
    </>
  )
}
