// The states as shapes: Natural Earth, 1 to 110 million, as the npm package world-atlas has them.
import { loadFile } from "../core/data";
import { s } from "../core/dom";

type Arc = [number, number][];
type Ring = number[];
interface Shape {
  type: string;
  id?: string;
  properties: { name: string };
  arcs?: unknown;
}

/** A topology, as its authors wrote it. */
export interface World {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: Arc[];
  objects: { countries: { geometries: Shape[] } };
}

/** The shapes, which the page with the map alone loads. */
export const loadWorld = (): Promise<World> => loadFile<World>("assets/world.json");

const WIDTH = 960;
const HEIGHT = 440;
const ANTARCTICA = "010";

/** The map; `of` tells for the number of a state its class and what is said of it. */
export function worldMap(world: World, title: string, of: (number: string) => { mark: string; told: string }): SVGElement {
  const arcs = decodeArcs(world);
  const shapes = world.objects.countries.geometries;
  return s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "map", role: "img", "aria-label": title },
    shapes.filter((shape) => shape.id !== ANTARCTICA).map((shape) => {
      const { mark, told } = of(shape.id ?? "");
      return s("path", { d: outline(shape, arcs), class: mark },
        s("title", {}, told ? `${shape.properties.name}: ${told}` : shape.properties.name));
    }));
}

// A topology stores each border once, as steps from point to point.
function decodeArcs(world: World): Arc[] {
  const { scale: [kx, ky], translate: [tx, ty] } = world.transform;
  return world.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * kx + tx, y * ky + ty];
    });
  });
}

function outline(shape: Shape, arcs: Arc[]): string {
  const rings = (shape.type === "Polygon" ? shape.arcs : (shape.arcs as Ring[][] | undefined)?.flat()) as Ring[] | undefined;
  return (rings ?? []).map((ring) => ringPath(ring, arcs)).join("");
}

function ringPath(ring: Ring, arcs: Arc[]): string {
  const points = ring.flatMap((place) => (place < 0 ? [...(arcs[~place] ?? [])].reverse() : (arcs[place] ?? [])));
  // A state that crosses the edge of the map is drawn past it, and once more from the other side.
  let [turns, before] = [0, points[0]?.[0] ?? 0];
  const all = new Set<number>([0]);
  const unrolled = points.map(([longitude, latitude]) => {
    if (Math.abs(longitude - before) > 180) turns += longitude < before ? 360 : -360;
    before = longitude;
    all.add(-turns);
    return [longitude + turns, latitude] as const;
  });
  return [...all].map((shift) => `M${unrolled.map(([longitude, latitude]) => point(longitude + shift, latitude)).join("L")}Z`).join("");
}

function point(longitude: number, latitude: number): string {
  const x = ((longitude + 180) / 360) * WIDTH;
  const y = ((84 - latitude) / 144) * HEIGHT;
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
