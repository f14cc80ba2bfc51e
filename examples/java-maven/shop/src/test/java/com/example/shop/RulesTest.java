package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.acme.rules.Approval.Customer;
import com.example.shop.acme.rules.Approval.Decision;
import com.example.shop.acme.rules.Approval.Line;
import dev.belay.runtime.Trap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final List<String> log = new ArrayList<>();

    private Rules rules() throws Exception {
        return new Rules(Path.of("..", "rule", "target", "rule.wasm"), log::add);
    }

    @Test
    void whoIsNewMayNotOrderForMuch() throws Exception {
        var chairs = new Line("chair, größe 5", 49_00, 3);
        assertEquals(new Decision.Approved(147_00), rules().decide(Customer.KNOWN, List.of(chairs)));
        assertEquals(
                new Decision.Refused("Who is new may order for 10000 at most"), rules().decide(Customer.NEW, List.of(chairs)));
        assertEquals(List.of("INFO rule: KNOWN orders for 14700", "INFO rule: NEW orders for 14700"), log);
    }

    @Test
    void aRuleThatFailsHarmsNobody() throws Exception {
        Rules rules = rules();
        assertThrows(Trap.class, () -> rules.decide(Customer.KNOWN, List.of()));
        assertEquals(
                List.of("CRITICAL uncaught java.lang.IllegalArgumentException: expected an order of one line or more"), log);
        assertEquals(new Decision.Approved(1), rules.decide(Customer.KNOWN, List.of(new Line("pin", 1, 1))));
    }
}
