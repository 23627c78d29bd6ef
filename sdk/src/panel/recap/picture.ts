import { size, type Shape } from "./scene.js";

/** Makes an element of SVG. */
function svgElement<Tag extends keyof SVGElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** The picture as SVG; its colours and fonts are the style sheet's. */
export function drawPicture(
  document: Document,
  shapes: readonly Shape[],
  { title, text }: { title: string; text: string },
): SVGSVGElement {
  const { width, height } = size;
  const svg = svgElement(document, "svg", {
    ...{ part: "landscape", viewBox: `0 0 ${width} ${height}`, role: "img" },
  });
  const name = svgElement(document, "title", {});
  const description = svgElement(document, "desc", {});
  name.textContent = title;
  description.textContent = text;
  const elements = shapes.map((shape) => {
    if ("d" in shape) return svgElement(document, "path", shape);
    const { text: words, ...place } = shape;
    const element = svgElement(document, "text", place);
    element.textContent = words;
    return element;
  });
  svg.append(name, description, ...elements);
  return svg;
}

/** So many pixels of the file stand for one unit of the picture. */
const scale = 3;

/**
 * The picture as a PNG, in the colours and fonts it has on the screen. It is painted shape by shape: to load the SVG as an image would
 * take an address that `default-src 'self'` forbids.
 */
export function savePicture(window: Window & typeof globalThis, svg: SVGSVGElement): Promise<Blob> {
  const canvas = window.document.createElement("canvas");
  canvas.width = scale * size.width;
  canvas.height = scale * size.height;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.scale(scale, scale);
  for (const element of svg.querySelectorAll("path,text")) {
    const style = window.getComputedStyle(element);
    context.fillStyle = style.fill;
    context.globalAlpha = Number(style.fillOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = parseFloat(style.strokeWidth);
    if (element.localName === "text") {
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      context.textAlign = style.textAnchor === "middle" ? "center" : "left";
      context.fillText(
        element.textContent,
        Number(element.getAttribute("x")),
        Number(element.getAttribute("y")),
      );
    } else {
      const path = new window.Path2D(element.getAttribute("d") ?? "");
      if (style.fill !== "none") context.fill(path);
      if (style.stroke !== "none") context.stroke(path);
    }
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
