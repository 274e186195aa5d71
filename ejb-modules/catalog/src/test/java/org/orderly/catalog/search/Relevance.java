package org.orderly.catalog.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How good the first ten products of each query are. The mean reciprocal rank counts the first
 * relevant one; nDCG@10 weighs each grade by its place (gain 2^grade - 1, discount log2 of the
 * place plus one) against the best order of all products (Järvelin and Kekäläinen, 2002).
 */
final class Relevance {

  private static final int FIRST = 10;

  private final List<Score> scores = new ArrayList<>();

  Relevance(
      List<JudgedQuery> queries,
      List<JudgedProduct> products,
      Function<String, List<String>> search) {
    Map<String, JudgedProduct> bySku =
        products.stream().collect(Collectors.toMap(JudgedProduct::sku, Function.identity()));
    for (JudgedQuery query : queries) {
      List<JudgedProduct> found =
          search.apply(query.text()).stream().limit(FIRST).map(bySku::get).toList();
      scores.add(Score.of(query, found, products));
    }
  }

  private record Score(String query, boolean empty, double rank, double gain, boolean led) {

    static Score of(JudgedQuery query, List<JudgedProduct> found, List<JudgedProduct> all) {
      List<Integer> grades = found.stream().map(query::grade).toList();
      List<Integer> best =
          all.stream().map(query::grade).sorted(Comparator.reverseOrder()).limit(FIRST).toList();
      if (!best.contains(JudgedQuery.RELEVANT)) {
        throw new IllegalArgumentException("nothing is relevant for " + query.text());
      }
      int first = grades.indexOf(JudgedQuery.RELEVANT);
      return new Score(
          query.text(),
          found.isEmpty(),
          first < 0 ? 0 : 1.0 / (first + 1),
          discounted(grades) / discounted(best),
          !found.isEmpty() && query.isLedBy(found.get(0)));
    }

    private static double discounted(List<Integer> grades) {
      double sum = 0;
      for (int place = 0; place < grades.size(); place++) {
        sum += (Math.pow(2, grades.get(place)) - 1) * Math.log(2) / Math.log(place + 2);
      }
      return sum;
    }
  }

  /** The mean reciprocal rank of the first relevant product. */
  BigDecimal reciprocalRank() {
    return mean(Score::rank);
  }

  /** The mean nDCG@10. */
  BigDecimal gain() {
    return mean(Score::gain);
  }

  /** The part of the queries whose first product is in the category that is meant. */
  BigDecimal leading() {
    return mean(score -> score.led() ? 1 : 0);
  }

  /** The part of the queries that find nothing. */
  BigDecimal withoutResult() {
    return mean(score -> score.empty() ? 1 : 0);
  }

  private BigDecimal mean(ToDoubleFunction<Score> value) {
    double mean = scores.stream().mapToDouble(value).average().orElseThrow();
    return new BigDecimal(mean, MathContext.DECIMAL32).setScale(3, RoundingMode.HALF_UP);
  }

  /** The queries with the least gain. */
  List<String> worst(int number) {
    return scores.stream()
        .sorted(Comparator.comparingDouble(Score::gain))
        .limit(number)
        .map(Score::toString)
        .toList();
  }

  @Override
  public String toString() {
    return "%d queries: MRR %s, nDCG@10 %s, without a result %s, leading category %s"
        .formatted(scores.size(), reciprocalRank(), gain(), withoutResult(), leading());
  }
}
