import type { JobId } from '../../../shared/ids.ts'
import type { sweepProcedures } from '../../../shared/sweep-procedures.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import { addBoardSection } from '../board/add-board-section.ts'
import { loadBoardFonts } from '../board/board-fonts.ts'
import type { Grid } from '../board/lay-grid.ts'
import { showBoard } from '../board/show-board.ts'
import { addFrame } from '../canvas/add-frame.ts'
import { chooseSpots } from '../canvas/choose-spots.ts'
import type { Finder } from '../canvas/create-finder.ts'
import type { PressAnchor } from '../canvas/create-press-anchor.ts'
import { excerpt } from '../canvas/excerpt.ts'
import { loadLabelFont } from '../canvas/label.ts'
import { pictureOf, readOwnData, readPlaceholder } from '../canvas/node-data.ts'
import { pageOf } from '../canvas/page-of.ts'
import { dressPlaceholder } from '../canvas/placeholder-look.ts'
import { rememberPage } from '../canvas/remembered-pages.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { putWords } from './board-words.ts'
import { freePlace } from '../board/free-place.ts'
import { laySweep, sweepFontSize, wordsOfSweep } from './lay-sweep.ts'
import type { SweepData, SweepSection } from './sweep-data.ts'
import { readSweep, writeSweep } from './sweep-data.ts'

type Input = Parameters<Handlers<typeof sweepProcedures>['putSweep']>[0]
type Spots = SweepData['spots']

/** Enough for the label; the whole brief comes with the draft's recipe. */
const BRIEF_EXCERPT = 120

const jobOf = (node: SceneNode): JobId | null => pictureOf(readOwnData(node))?.job ?? null

/** The frames of cells that stand on the board. */
const framesOn = (section: SectionNode): ReadonlyMap<JobId, FrameNode> =>
  new Map(
    section.children.flatMap((node) => {
      const job = jobOf(node)
      return node.type === 'FRAME' && job !== null ? [[job, node]] : []
    }),
  )

const spotsOf = (cells: Input['board']['cells'], grid: Grid): Spots =>
  Object.fromEntries(
    cells.map(({ job }, at) => {
      const { x = 0, y = 0 } = grid.cells[at]?.picture ?? {}
      return [job, { x, y }]
    }),
  )

/** Cells that still stand where they were put go to their new places. */
const moveCells = (frames: ReadonlyMap<JobId, FrameNode>, before: Spots, after: Spots): void => {
  for (const [job, frame] of frames) {
    const [old, next] = [before[job], after[job]]
    if (old === undefined || next === undefined || frame.x !== old.x || frame.y !== old.y) continue
    frame.x = next.x
    frame.y = next.y
  }
}

const fit = (section: SectionNode, { size }: Grid): void => {
  const width = Math.max(section.width, size.width)
  const height = Math.max(section.height, size.height)
  if (width === section.width && height === section.height) return
  const { x, y } = freePlace(section, { width, height })
  section.resizeWithoutConstraints(width, height)
  section.x = x
  section.y = y
}

/**
 * A sweep's board, new or as it grows: its words, and placeholders for the cells to be drawn, in one undo step. Answers
 * with the section and those placeholders; null when the section is gone.
 */
export const putSweep = async (
  { finder, anchor }: { readonly finder: Finder; readonly anchor: PressAnchor },
  { section: id, sweep, board, reserve }: Input,
): Promise<(SweepSection & { readonly placeholders: readonly FrameNode[] }) | null> => {
  const pressed = anchor.read()
  const [hasFonts, hasLabelFont] = await Promise.all([loadBoardFonts(), loadLabelFont()])
  const before = id === null ? null : readSweep(await figma.getNodeByIdAsync(id))
  if (id !== null && before === null) return null
  const page = before === null ? pressed.page : pageOf(before.section)
  if (page === null || page.removed) return null
  const beside = pressed.nodes.filter((node) => !node.removed)
  const fontSize = before?.data.fontSize ?? sweepFontSize(board)
  const grid = laySweep(board, fontSize)

  const createSection = (): SectionNode => {
    const { parent, spots } = chooseSpots(page, beside, { ...grid.size, count: 1 })
    return addBoardSection(parent, spots[0], board.name)
  }

  const put = undoStep(() => {
    const section = before?.section ?? createSection()
    fit(section, grid)
    const spots = spotsOf(board.cells, grid)
    const frames = framesOn(section)
    moveCells(frames, before?.data.spots ?? {}, spots)
    if (hasFonts) putWords(section, wordsOfSweep(board, grid, fontSize))
    const origin = section.absoluteBoundingBox ?? { x: 0, y: 0 }
    const placeholders = reserve.map(({ job, brief, instead }) => {
      const at = board.cells.findIndex((cell) => cell.job === job)
      const area = grid.cells[at]?.picture ?? { x: 0, y: 0, width: 1, height: 1 }
      const old = instead === null ? undefined : frames.get(instead)
      const frame =
        old !== undefined && readPlaceholder(old) !== null
          ? old
          : addFrame(section, { ...area, x: origin.x + area.x, y: origin.y + area.y })
      const words = excerpt(brief, BRIEF_EXCERPT)
      const data = { kind: 'placeholder', node: frame.id, job, index: 0, failure: null } as const
      dressPlaceholder(frame, { ...data, brief: words }, hasLabelFont)
      finder.remember({ job, index: 0 }, frame)
      return frame
    })
    const data = { node: section.id, sweep, fontSize, spots }
    writeSweep(section, data)
    rememberPage(page)
    if (reserve.length > 0) showBoard(page, section, fontSize)
    return { section, data, placeholders }
  })
  if (reserve.length > 0) anchor.placed([put.section], beside)
  return put
}
