package io.speechtotext.prover.report;

/** Asks a page which of its texts are hard to read. */
final class Contrast {

  /**
   * Returns the texts whose contrast with what is behind them is below 4.5, by the formula of the
   * Web Content Accessibility Guidelines 2.2; with their colours.
   */
  static final String SCRIPT =
      """
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const parse = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
      };
      const over = ([r, g, b, a], under) =>
        [r, g, b].map((each, index) => a * each + (1 - a) * under[index]);
      const groundOf = (element) => {
        const layers = [];
        for (let each = element; each; each = each.parentElement) {
          layers.push(parse(getComputedStyle(each).backgroundColor));
        }
        return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
      };
      const luminance = (rgb) => {
        const [r, g, b] = rgb.map((each) => each / 255)
          .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (one, other) => {
        const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
      };
      const seen = new Map();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const element = text.parentElement;
        // What a diagram draws stands on shapes, which are no ground that styles tell of.
        if (!text.textContent.trim() || !element.checkVisibility() || element.closest('svg, script')) continue;
        const ground = groundOf(element);
        const color = over(parse(getComputedStyle(element).color), ground);
        const ratio = contrast(color, ground);
        if (ratio < 4.5) {
          seen.set(`${color} on ${ground}`, `${ratio.toFixed(2)}: ${text.textContent.trim().slice(0, 60)} (${color} on ${ground})`);
        }
      }
      return [...seen.values()];
      """;

  private Contrast() {}
}
