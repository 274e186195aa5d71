// The countries that an address can be in.
import { h } from "./dom.js";

/** Codes that the browser has a name for, but that are no country or no longer in use. */
const NONE = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/** Where addresses need no postal code; the same list as org.orderly.kernel.Country has. */
const WITHOUT_POSTAL_CODES =
  "AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GM GQ GY HK JM KI KM KN KP LY ML MO MR "
  + "MW NR NU QA RW SB SC SL SR SS ST SX SY TD TF TG TK TL TO TV UG VU YE ZW";

export const needsPostalCode = (country) => !WITHOUT_POSTAL_CODES.split(" ").includes(country);

/** The region that the browser's language names; none if it names none, since a guess sends parcels astray. */
function own() {
  try {
    return new Intl.Locale(navigator.language).region;
  } catch {
    return undefined;
  }
}

/** Options for a required select: nothing is chosen if nothing is known. */
export function countries(chosen = own()) {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const known = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NONE.includes(code) && names.of(code))
    .filter((code) => new Intl.Locale("und-" + code).region === code)
    .map((code) => ({ code, name: names.of(code) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const some = known.some(({ code }) => code === chosen);
  return [
    h("option", { value: "", selected: !some }, "Choose a country"),
    ...known.map(({ code, name }) => h("option", { value: code, selected: code === chosen }, name)),
  ];
}

/** Keeps the postal code of a form required only where addresses have one. */
export function postalCodeByCountry(form, postalCode, country) {
  const controls = form.elements;
  const adapt = () => {
    controls[postalCode].required = needsPostalCode(controls[country].value);
  };
  controls[country].addEventListener("change", adapt);
  adapt();
  return form;
}
