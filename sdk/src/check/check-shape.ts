import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import schema from "../lint/manifest.schema.json" with { type: "json" };
import { didYouMean, type ManifestFinding } from "../lint/index.js";

type Shape = Omit<ManifestFinding, "severity">;
type Path = (string | number)[];

/** The parts of a JSON pointer; an index where the value has a list. */
function pathOf(pointer: string, value: unknown): Path {
  let current = value;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(current) ? Number(key) : key;
      current = (current as Record<string | number, unknown>)[step];
      return step;
    });
}

const nameOf = (path: Path): string =>
  path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${step}`)).join("") ||
  "the manifest";

/** What is told of an error of the schema; undefined for one that another error tells better. */
function shapeOf(
  { keyword, params, message = "", ...error }: ErrorObject,
  value: unknown,
): Shape | undefined {
  const path = pathOf(error.instancePath, value);
  const parent = error.parentSchema as { properties?: object; description?: string } | undefined;
  const details = params as Partial<Record<string, unknown>>;
  if (keyword === "additionalProperties") {
    const key = String(details["additionalProperty"]);
    const known = Object.keys(parent?.properties ?? {});
    return {
      ...{ rule: "manifest-key", path: [...path, key], key: true },
      message: `${nameOf(path)} has no key "${key}"`,
      remedy: didYouMean(key, known, `there are ${known.join(", ")}`),
    };
  }
  if (keyword === "propertyNames")
    return {
      ...{ rule: "manifest-key", path: [...path, String(details["propertyName"])], key: true },
      message: `"${String(details["propertyName"])}" cannot be a slot's name`,
      remedy: "lower case with hyphens: home-hero",
    };
  if (error.propertyName !== undefined) return undefined;
  const allowed = details["allowedValues"];
  const words = Array.isArray(allowed) ? allowed.map(String) : [];
  const wrong = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
  return {
    ...{ rule: "manifest-value", path },
    message: `${nameOf(path)} ${message}`,
    remedy:
      words.length > 0
        ? didYouMean(String(wrong), words, `one of ${words.join(", ")}`)
        : (parent?.description ?? "see the manifest's documentation"),
  };
}

/**
 * Makes the check of a manifest's shape against the JSON Schema.
 * @example createShapeCheck()({ tpics: [] })[0]?.remedy // 'did you mean "topics"?'
 */
export function createShapeCheck(): (value: unknown) => Shape[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).flatMap((error) => shapeOf(error, value) ?? []);
  };
}
