import { drawing, withDrawing } from './drawing.ts';
import type { FloorPlan } from './floor-plan.ts';

const plan: FloorPlan = {
  ground: { floor: 0, at: 'libs/ground', mayImport: [], published: true },
  rules: { floor: 1, at: 'libs/rules', mayImport: ['ground'] },
};

test('the house is drawn from the roof down, with a star on what is published', () => {
  expect(drawing(plan)).toBe(
    ['1 pure rules  rules                 imports ground', '0 ground      ground*               imports nothing'].join('\n'),
  );
});

test('only what stands between the markers is renewed', () => {
  const page = 'before\n<!-- floor-plan -->\nold\n<!-- /floor-plan -->\nafter\n';
  const renewed = withDrawing(page, plan);
  expect(renewed).toMatch(/^before\n<!-- floor-plan -->\n[\s\S]*0 ground[\s\S]*\n<!-- \/floor-plan -->\nafter\n$/);
  expect(renewed).not.toContain('old');
  expect(withDrawing(renewed, plan)).toBe(renewed);
});

test('a page without markers is refused', () => {
  expect(() => withDrawing('no place here', plan)).toThrow('needs a line');
});
