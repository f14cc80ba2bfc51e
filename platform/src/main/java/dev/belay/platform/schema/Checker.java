package dev.belay.platform.schema;

import dev.belay.platform.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** Compares a value with a shape. */
public final class Checker {
    /** Nobody reads more, and each costs a look through the text. */
    private static final int MAX_PROBLEMS = 50;

    private final List<Problem> problems = new ArrayList<>();

    private Checker() {}

    /** All that is wrong; empty for nothing. */
    public static List<Problem> problems(Value value, Shape shape) {
        var checker = new Checker();
        checker.check(value, shape);
        return List.copyOf(checker.problems);
    }

    private void add(Problem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    private void expected(String what, Value found) {
        add(new Problem.BadValue(found.span(), what, found.kind(), List.of()));
    }

    private void check(Value value, Shape shape) {
        switch (shape) {
            case Shape.Text text -> text(value, text);
            case Shape.Whole(long least, long most) -> whole(value, least, most);
            case Shape.Number(double least, double most) -> number(value, least, most);
            case Shape.Flag _ -> {
                if (!(value instanceof Value.Scalar scalar) || !scalar.text().matches("true|false")) {
                    expected("true or false", value);
                }
            }
            case Shape.Choice(List<String> words) -> {
                if (!(value instanceof Value.Scalar scalar) || !words.contains(scalar.text())) {
                    add(new Problem.BadValue(
                            value.span(), "one of " + String.join(", ", words), value.kind(), words));
                }
            }
            case Shape.Items(Shape each, int most) -> items(value, each, most);
            case Shape.Table table -> table(value, table);
            case Shape.Fields fields -> fields(value, fields);
            case Shape.Either(Shape plain, Shape table) -> check(value, value instanceof Value.Table ? table : plain);
        }
    }

    private void text(Value value, Shape.Text shape) {
        if (!(value instanceof Value.Scalar scalar) || scalar.isNothing()) {
            expected(shape.expected(), value);
        } else if (!shape.pattern().matcher(scalar.text()).matches()) {
            expected(shape.expected(), value);
        } else {
            shape.check().apply(scalar.text()).ifPresent(wrong -> add(new Problem.BadValue(
                    value.span(), wrong.replaceFirst("^expected ", "").replaceFirst(", found .*$", ""), value.kind(), List.of())));
        }
    }

    private void whole(Value value, long least, long most) {
        boolean fits = value instanceof Value.Scalar scalar
                && scalar.text().matches("-?[0-9]{1,18}")
                && Long.parseLong(scalar.text()) >= least
                && Long.parseLong(scalar.text()) <= most;
        if (!fits) {
            expected("a whole number from " + least + " to " + most, value);
        }
    }

    private void number(Value value, double least, double most) {
        boolean fits = value instanceof Value.Scalar scalar
                && scalar.text().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
                && Double.parseDouble(scalar.text()) >= least
                && Double.parseDouble(scalar.text()) <= most;
        if (!fits) {
            expected("a number from " + least + " to " + most, value);
        }
    }

    private void items(Value value, Shape each, int most) {
        if (!(value instanceof Value.Listed(var span, List<Value> items))) {
            expected("a list", value);
        } else if (items.size() > most) {
            add(new Problem.BadValue(span, "at most " + most + " entries", String.valueOf(items.size()), List.of()));
        } else {
            items.forEach(item -> check(item, each));
        }
    }

    private void table(Value value, Shape.Table shape) {
        if (!(value instanceof Value.Table table)) {
            expected("a table", value);
        } else if (table.entries().size() > shape.most()) {
            add(new Problem.BadValue(
                    table.span(), "at most " + shape.most() + " entries", String.valueOf(table.entries().size()), List.of()));
        } else {
            table.entries().forEach((name, entry) -> {
                text(new Value.Scalar(entry.key(), name, true), shape.key());
                check(entry.value(), shape.each());
            });
        }
    }

    private void fields(Value value, Shape.Fields shape) {
        if (!(value instanceof Value.Table table)) {
            expected("a table of " + String.join(", ", names(shape)), value);
            return;
        }
        table.entries().forEach((name, entry) -> shape.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        field -> check(entry.value(), field.shape()),
                        () -> add(new Problem.UnknownKey(entry.key(), name, names(shape)))));
        for (Shape.Field field : shape.fields()) {
            if (field.required() && !table.entries().containsKey(field.name())) {
                add(new Problem.MissingKey(table.span(), field.name(), field.does()));
            }
        }
        long given = shape.oneOf().stream().filter(table.entries()::containsKey).count();
        if (!shape.oneOf().isEmpty() && given != 1) {
            add(new Problem.BadValue(
                    table.span(), "exactly one of " + String.join(", ", shape.oneOf()), String.valueOf(given), List.of()));
        }
    }

    private static List<String> names(Shape.Fields shape) {
        return shape.fields().stream().map(Shape.Field::name).toList();
    }
}
