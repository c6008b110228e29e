import { beforeEach, describe, expect, it } from 'vitest'
import { jobId, makeRecipe } from '../make-recipe.ts'
import type { Drafts } from './open-drafts.ts'
import { openDrafts } from './open-drafts.ts'

let plugin: Drafts['plugin']
let draftRow: Drafts['draftRow']
let select: Drafts['select']
beforeEach(async () => {
  ;({ plugin, draftRow, select } = await openDrafts())
})

describe('finished work', () => {
  const of = { job: jobId(), index: 1 }
  const figurine = { name: 'Figurine', x: -900, y: 0, width: 400, height: 400 }

  /** A frame of hers with two layers. */
  const addFigurine = async (kind: 'frame' | 'group' = 'frame'): Promise<string> => {
    const id = plugin.host.person.addFrame(figurine)
    return String(
      await plugin.script(`
        const frame = await figma.getNodeByIdAsync('${id}')
        const layers = [0, 200].map((x) => {
          const layer = figma.createRectangle()
          frame.appendChild(layer)
          layer.x = x
          return layer
        })
        return '${kind}' === 'group' ? figma.group(layers, frame).id : frame.id`),
    )
  }

  it('is linked to its draft, through a duplicate, a rename and a move to another page', async () => {
    const id = await addFigurine()
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.linkFinished({ node: id, of })).toEqual({ outcome: 'linked' })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(await select(id)).toMatchObject({ finishedOf: of, lostFinished: null })
    const copy = String(
      await plugin.script(`
        const copy = (await figma.getNodeByIdAsync('${id}')).clone()
        copy.name = 'Other'
        const page = figma.createPage()
        await page.loadAsync()
        page.appendChild(copy)
        await figma.setCurrentPageAsync(page)
        page.selection = [copy]
        return copy.id`),
    )
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1), { interval: 5 })
      .toMatchObject({ layers: [{ node: copy, name: 'Other', finishedOf: of }] })
  })

  it('is offered again on the parent of its layers after ungrouping', async () => {
    const group = await addFigurine('group')
    await plugin.canvas.linkFinished({ node: group, of })
    const [layerId, frameId] = (await plugin.script(`
      const group = await figma.getNodeByIdAsync('${group}')
      const frame = group.parent
      const [layer] = figma.ungroup(group)
      return [layer.id, frame.id]`)) as [string, string]
    const lostFinished = { node: frameId, name: 'Figurine', of }
    expect(await select(frameId)).toMatchObject({ finishedOf: null, lostFinished })
    expect(await select(layerId)).toMatchObject({ finishedOf: null, lostFinished })
    await plugin.canvas.linkFinished({ node: frameId, of })
    expect(await select(frameId)).toMatchObject({ finishedOf: of, lostFinished: null })
    expect(await select(layerId)).toMatchObject({ finishedOf: null, lostFinished: null })
  })

  it('is listed, groups too, with the brief of a draft that is still there', async () => {
    const group = await addFigurine('group')
    await plugin.canvas.linkFinished({ node: group, of })
    const before = await plugin.canvas.listFinished()
    expect(before.finished).toMatchObject([{ node: group, of, brief: null }])
    await draftRow()
    const { finished } = await plugin.canvas.listFinished()
    expect(finished).toMatchObject([{ node: group, of, brief: makeRecipe().brief }])
  })

  it('is let go, layers included', async () => {
    const id = await addFigurine()
    await plugin.canvas.linkFinished({ node: id, of })
    await plugin.canvas.linkFinished({ node: id, of: null })
    expect(await select(id)).toMatchObject({ finishedOf: null, lostFinished: null })
  })

  it('is no draft, and no layer that is gone', async () => {
    const [draft = ''] = await draftRow()
    expect(await plugin.canvas.linkFinished({ node: draft, of })).toEqual({ outcome: 'missing' })
    expect(await plugin.canvas.linkFinished({ node: '9:9', of })).toEqual({ outcome: 'missing' })
  })
})
