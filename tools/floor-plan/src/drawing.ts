import type { Floor, FloorPlan, Room } from './floor-plan.ts';

const floors: readonly (readonly [Floor, string])[] = [
  [5, 'doors'],
  [4, 'wiring'],
  [3, 'adapters'],
  [2, 'use cases'],
  [1, 'pure rules'],
  [0, 'ground'],
  ['beside', 'tools'],
];

const LABEL_WIDTH = 22;

const BEGIN = '<!-- floor-plan -->';
const END = '<!-- /floor-plan -->';

/** The house from the roof down; a star marks what is published. */
export function drawing(plan: FloorPlan): string {
  return floors
    .flatMap(([floor, title]) => {
      const rooms = Object.entries(plan).filter(([, room]) => room.floor === floor);
      return rooms.map(([name, room], index) => line(index === 0 ? heading(floor, title) : '', name, room));
    })
    .join('\n');
}

/** The page with the drawing renewed; a page without the two markers has no place for one. */
export function withDrawing(page: string, plan: FloorPlan): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page needs a line ${BEGIN} and below it a line ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n\`\`\`text\n${drawing(plan)}\n\`\`\`\n\n${page.slice(end)}`;
}

function heading(floor: Floor, title: string): string {
  return floor === 'beside' ? `  ${title}` : `${floor} ${title}`;
}

function line(title: string, name: string, { mayImport, published }: Room): string {
  const label = `${name}${published ? '*' : ''}`;
  return `${title.padEnd(14)}${label.padEnd(LABEL_WIDTH)}${mayImport.length ? `imports ${mayImport.join(', ')}` : 'imports nothing'}`;
}
