// The pictures of the demo content, drawn by ourselves: flat shapes in two palettes, one motif each.
import sharp from 'sharp';

export interface Drawing {
  palette: string;
  motif: string;
}

const width = 1600;
const height = 900;

interface Palette {
  sky: string;
  far: string;
  near: string;
  ground: string;
  light: string;
}

const calm: Palette = {
  sky: '#e7f0ec',
  far: '#b9d2c9',
  near: '#7fa99b',
  ground: '#47756a',
  light: '#f6e7c8',
};
const palettes: Record<string, Palette> = {
  harbor: calm,
  brightpath: { sky: '#eaf0fb', far: '#bccdf0', near: '#7d9ade', ground: '#34519b', light: '#ffd98a' },
};

/** A wavy band from `top` to the lower edge; `phase` moves its crests. */
function band(top: number, swing: number, phase: number, color: string): string {
  const points = Array.from({ length: 17 }, (_, step) => {
    const x = step * (width / 16);
    return `${x},${Math.round(top + swing * Math.sin(step / 2 + phase))}`;
  });
  return `<polygon fill="${color}" points="0,${height} ${points.join(' ')} ${width},${height}"/>`;
}

const sun = (x: number, y: number, radius: number, color: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color}"/>`;

const leaf = (x: number, y: number, turn: number, color: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="120" ry="44" fill="${color}" transform="rotate(${turn} ${x} ${y})"/>`;

const rect = (x: number, y: number, w: number, h: number, color: string, round = 16) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${color}"/>`;

/** An armchair that looks to the right; its back stands at `x`. */
const armchair = (x: number, color: string) =>
  rect(x, 500, 330, 140, color, 48) +
  rect(x, 330, 110, 310, color, 48) +
  rect(x + 40, 630, 26, 100, color, 4) +
  rect(x + 260, 630, 26, 100, color, 4);

const motifs: Record<string, (p: Palette) => string> = {
  waves: (p) =>
    sun(1180, 300, 120, p.light) +
    band(480, 30, 0, p.far) +
    band(600, 36, 1.4, p.near) +
    band(740, 28, 2.6, p.ground),
  path: (p) =>
    band(470, 24, 0.5, p.far) +
    band(600, 16, 2, p.near) +
    `<path d="M660 900 C 760 760 1000 720 900 620 C 840 560 900 520 960 490 L 1000 490 C 960 540 950 570 1010 620 C 1120 720 980 780 1000 900 Z" fill="${p.light}"/>`,
  lamp: (p) =>
    rect(0, 720, width, 180, p.near, 0) +
    `<polygon fill="${p.light}" opacity="0.6" points="960,330 1120,330 1300,720 780,720"/>` +
    rect(1032, 330, 16, 390, p.ground, 4) +
    `<polygon fill="${p.ground}" points="980,230 1100,230 1150,340 930,340"/>` +
    rect(480, 520, 330, 130, p.ground, 40) +
    rect(480, 400, 100, 250, p.ground, 40) +
    rect(520, 640, 24, 90, p.ground, 4) +
    rect(750, 640, 24, 90, p.ground, 4),
  chair: (p) =>
    rect(0, 700, width, 200, p.near, 0) +
    armchair(260, p.ground) +
    `<g transform="translate(${width} 0) scale(-1 1)">${armchair(260, p.ground)}</g>` +
    rect(730, 560, 140, 18, p.light, 6) +
    rect(790, 570, 20, 160, p.light, 4),
  window: (p) =>
    rect(520, 130, 560, 560, p.ground, 24) +
    rect(548, 158, 240, 240, p.light, 8) +
    rect(812, 158, 240, 240, p.light, 8) +
    rect(548, 422, 240, 240, p.far, 8) +
    rect(812, 422, 240, 240, p.far, 8) +
    rect(0, 760, width, 140, p.near, 0),
  leaves: (p) =>
    rect(792, 260, 16, 640, p.ground, 6) +
    leaf(690, 360, 24, p.near) +
    leaf(910, 430, -24, p.far) +
    leaf(690, 540, 24, p.far) +
    leaf(910, 610, -24, p.near) +
    leaf(690, 720, 24, p.near),
  bridge: (p) =>
    band(680, 18, 0.8, p.far) +
    `<path d="M180 640 Q 800 240 1420 640" fill="none" stroke="${p.ground}" stroke-width="34"/>` +
    [360, 580, 800, 1020, 1240].map((x) => rect(x - 7, 470, 14, 190, p.ground, 2)).join('') +
    rect(120, 640, 1360, 30, p.ground, 8) +
    band(780, 14, 2, p.near),
  portrait: (p) =>
    sun(800, 350, 150, p.light) +
    `<path d="M470 900 C 470 640 640 540 800 540 C 960 540 1130 640 1130 900 Z" fill="${p.ground}"/>`,
};

/** A PNG of 1600 × 900 pixels. Throws for a palette or motif that there is not. */
export async function drawImage({ motif, palette }: Drawing): Promise<Buffer> {
  const draw = motifs[motif];
  const colors = palettes[palette];
  if (!draw || !colors) throw new Error(`There is no motif “${motif}” or no palette “${palette}”.`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rect(0, 0, width, height, colors.sky, 0)}${draw(colors)}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}
